/// JSON objects as rows and columns: a nested object becomes columns such as `pain.before`, a list of plain
/// values one cell, and a list of objects their texts.
struct FlatTable {
  private let rows: [[(key: String, cell: Table.Cell)]]

  init(_ objects: [JSON]) { rows = objects.map { FlatTable.cells(of: $0, under: "") } }

  /// One column per key, in order of first occurrence.
  var table: Table {
    var keys: [String] = []
    for (key, _) in rows.joined() where !keys.contains(key) { keys.append(key) }
    let cells = rows.map { row in
      keys.map { key in row.first { $0.key == key }?.cell ?? .none }
    }
    return Table(columns: keys.map { Table.Column($0, title: $0) }, cells: cells)
  }

  private static func cells(
    of json: JSON, under prefix: String
  ) -> [(key: String, cell: Table.Cell)] {
    guard case .object(let pairs) = json else { return [] }
    return pairs.flatMap { name, value -> [(key: String, cell: Table.Cell)] in
      let key = prefix + name
      switch value {
      case .object: return cells(of: value, under: key + ".")
      case .array(let items): return [(key, list(items))]
      default: return [(key, scalar(value))]
      }
    }
  }

  private static func scalar(_ json: JSON) -> Table.Cell {
    switch json {
    case .bool(let flag): .flag(flag)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .string(let text): .text(text)
    default: .none
    }
  }

  private static func list(_ items: [JSON]) -> Table.Cell {
    let texts = items.compactMap { item -> String? in
      switch item {
      case .string(let text): return text
      case .number(let value): return JSON.digits(value)
      case .integer(let value): return String(value)
      case .object(let pairs):
        for (key, value) in pairs where key == "text" {
          if case .string(let text) = value { return text }
        }
        return nil
      default: return nil
      }
    }
    return texts.isEmpty ? .none : .text(texts.joined(separator: "; "))
  }
}
