import Foundation
import Testing

/// The list from which `scripts/test` installs what the tests need.
@Suite struct ToolTests {
  @Test func everyToolIsInTheList() throws {
    let list = try String(
      contentsOf: Tool.root.appendingPathComponent("scripts/lib/test-tools.txt"), encoding: .utf8)
    let names = list.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(names.allSatisfy { $0.count == 2 })
    // The validators are no package; the list has what installs them.
    let tools = Tool.allCases.filter { $0 != .fhirValidators }.map(\.rawValue)
    #expect(Set(names.map { $0[0] }) == Set(tools + ["python3:ensurepip"]))
  }
}
