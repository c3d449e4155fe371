import Crypto

/// What is known of the stretches of a file, as the archive keeps it.
struct WrittenStretches {
  /// An entry for each stretch, in the order of the file (see `StretchEntry`).
  var stretches = ByteWriter()
  /// For each block, in the same order, an entry of all its stretches, and the length of theirs. The
  /// beginning of the file, which is in no stretch, is a block as well.
  var blocks = ByteWriter()
  /// The pieces (see `KnownPiece`), and of each the length of what is written of its blocks. Blocks behind
  /// the last piece are in none.
  var pieces = ByteWriter()

  init() {}

  init(stretches: [UInt8], blocks: [UInt8], pieces: [UInt8]) {
    self.stretches = ByteWriter(stretches)
    self.blocks = ByteWriter(blocks)
    self.pieces = ByteWriter(pieces)
  }

  /// What tells whether all is as it was written.
  var digest: [UInt8] {
    var hash = SHA256()
    for part in [stretches, blocks, pieces] { hash.update(data: part.bytes) }
    return Array(hash.finalize())
  }
}
