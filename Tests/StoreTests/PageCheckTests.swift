import Testing

@testable import Store

@Suite struct PageCheckTests {
  /// What the disk does not give is no damage yet: SQLite's own words and codes (3.40, btree.c).
  @Test(arguments: [
    ("On tree page 5 cell 0: unable to get the page. error code=266", true),
    ("Page 9: unable to get the page. error code=10", true),
    ("unable to get the page. error code=11", false), ("Page 3 is never used", false),
    ("wrong # of entries in index error code=10", false),
  ])
  func partsThatTheDiskDidNotGive(_ line: String, _ isOfDisk: Bool) {
    #expect(PageChecks.isOfDisk(line) == isOfDisk)
  }
}
