/// What happens while lanes work: what is ready is written, and what has come is read.
struct Exchange {
  private(set) var chunks: [PlainPipe.Chunk]
  private(set) var next: BatchRead
  private(set) var readerLeft = false
  private var failure: (any Error)?

  init(writing chunks: [PlainPipe.Chunk], reading next: BatchRead) {
    self.chunks = chunks
    self.next = next
  }

  mutating func run(from input: Int32, to output: Int32) {
    do {
      readerLeft = try !BatchRead.write(chunks, to: output)
      if !readerLeft { try next.fill(from: input, waits: false) }
    } catch {
      failure = error
    }
  }

  func check() throws {
    if let failure { throw failure }
  }

  /// Gives away what was written, and what was read.
  mutating func take() -> (chunks: [PlainPipe.Chunk], next: BatchRead) {
    let taken = (chunks, next)
    chunks = []
    next = BatchRead(memory: [], size: 0)
    return taken
  }
}
