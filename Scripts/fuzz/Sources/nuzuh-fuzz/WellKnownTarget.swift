import GEOS

/// Well-known text and binary: what is read is finite, and can be checked and mended.
struct WellKnownTarget {
  private let context: GEOSContext

  init() {
    do { context = try GEOSContext() } catch { preconditionFailure("\(error)") }
  }

  func read(_ bytes: [UInt8]) {
    guard let kind = bytes.first else { return }
    let rest = Array(bytes.dropFirst())
    do throws(GEOSError) {
      let geometry =
        kind & 1 == 0
        ? try context.read(wellKnownText: String(decoding: rest, as: UTF8.self))
        : try context.read(wellKnownBinary: rest)
      if try geometry.flaw() != nil { _ = try geometry.madeValid() }
      _ = try geometry.polygonCoordinates()
      _ = try context.read(wellKnownBinary: geometry.wellKnownBinary())
    } catch {
      precondition(!error.description.isEmpty)
    }
  }
}
