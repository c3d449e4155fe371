internal import GRDB
import Records

/// Finds a row among those that stood behind the one that was told again last.
///
/// A file says most of what it said before in the same order. So beside rows that have changed, the
/// others are found among the next few, in memory, and only what is not there is looked up. What the
/// rows of a pack are told from others by is loaded when the first of them is asked for.
struct NeighborPrints {
  /// As many rows are looked at, of one pack.
  private static let reach = 8

  /// The rows of a pack that are alleged and have not changed since it was written, in the order of
  /// their ids, and what they are told from others by.
  private struct Page {
    var ids: [Int64] = []
    var prints: [UInt64] = []
  }

  private let packs: Packs
  /// By the position of the pack among `packs.extents`.
  private var pages: [Int: Page] = [:]

  init(of origin: ArchivedOrigin, in db: Database) throws {
    packs = try Packs(of: origin.id, in: db)
  }

  /// The id of a row.
  ///
  /// - Parameters:
  ///   - print: what it is told from others by.
  ///   - next: id from which on it is looked for.
  /// - Returns: `nil` where none of the next few says the same.
  mutating func id(of print: UInt64, from next: Int64, in db: Database) throws -> Int64? {
    let extents = packs.extents
    let position = extents.indices.partition { extents[$0].rows.upperBound >= next }
    guard position < extents.count else { return nil }
    if pages[position] == nil { pages[position] = try page(of: extents[position], db) }
    guard let page = pages[position] else { return nil }
    let first = page.ids.indices.partition { page.ids[$0] >= next }
    for row in first..<min(first + Self.reach, page.ids.count) where page.prints[row] == print {
      return page.ids[row]
    }
    return nil
  }

  private func page(of extent: Packs.Extent, _ db: Database) throws -> Page {
    var page = Page()
    page.ids.reserveCapacity(PackWriter.mostRows)
    page.prints.reserveCapacity(PackWriter.mostRows)
    let changed = try packs.changed(in: extent, db)
    try Packs.forEachPrint(of: extent, db) { id, print in
      guard changed.isEmpty || !changed.contains(id) else { return }
      page.ids.append(id)
      page.prints.append(print)
    }
    return page
  }
}
