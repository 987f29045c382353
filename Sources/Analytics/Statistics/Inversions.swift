/// The inversions of a sequence: pairs whose earlier element is the greater one.
enum Inversions {
  /// Goes through the inversions of `sequence`, the pairs of which the earlier is the greater, by
  /// merge sort: O(n log n) however many there are.
  ///
  /// - Parameters:
  ///   - sequence: n integers; equal ones are no inversion.
  ///   - found: called with an element, and with the slice `range` of a sorted `array` that holds
  ///     elements before it that are greater. Over all calls each inversion comes once.
  static func visit(
    of sequence: [Int], found: (_ element: Int, _ array: [Int], _ range: Range<Int>) -> Void
  ) {
    var (source, target) = (sequence, sequence)
    var width = 1
    while width < source.count {
      for start in stride(from: 0, to: source.count, by: 2 * width) {
        let middle = min(start + width, source.count)
        let end = min(middle + width, source.count)
        var (left, right) = (start, middle)
        for place in start..<end {
          if right == end || (left < middle && source[left] <= source[right]) {
            target[place] = source[left]
            left += 1
          } else {
            if left < middle { found(source[right], source, left..<middle) }
            target[place] = source[right]
            right += 1
          }
        }
      }
      swap(&source, &target)
      width *= 2
    }
  }

  /// The number of pairs of `sequence` of which the earlier is the greater, in O(n log n).
  static func count(of sequence: [Int]) -> Int {
    var count = 0
    visit(of: sequence) { _, _, range in count += range.count }
    return count
  }
}
