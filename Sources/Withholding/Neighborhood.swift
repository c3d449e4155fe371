/// Some inner nodes, everything that they add up to, and how.
///
/// Whatever whole numbers are added to the inner nodes, adding the same sums above them keeps
/// every sum of the table: all changes of a table that nobody can tell from outside have this
/// form, so a small neighborhood finds small ones.
struct Neighborhood {
  struct Term: Hashable {
    var inner: Int32
    var count: Int32
  }

  /// Nodes that change alike.
  struct Row {
    var terms: [Term]
    var nodes: [Int]
  }

  var inner: [Int] = []
  var rows: [Row] = []
  /// What must come to 0, where a node is a sum in two ways that do not meet in the inner nodes.
  var ties: [[Term]] = []
  /// The row of each node, by its position in `nodes`.
  var nodes: [Int] = []
  var rowOfNode: [Int32] = []

  func row(of node: Int) -> Int? {
    nodes.firstIndex(of: node).map { Int(rowOfNode[$0]) }
  }
}
