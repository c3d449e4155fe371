/// Writes the banner that lies in every release for use inside the organisation.
struct InternalNotice {
  static let fileName = "INTERNAL-NOT-FOR-PUBLICATION.txt"

  private static let text = """
    INTERNAL: NOT FOR PUBLICATION
    These files show small numbers as they are. Small numbers identify people and can put them in \
    danger.
    Keep them inside the organisation, do not forward them, and delete them when they are no \
    longer needed.

    """

  private let output: ReleaseOutput

  init(_ output: ReleaseOutput) {
    self.output = output
  }

  func write() throws(PublishError) -> PublishedFile {
    var file = try OutputFile(creating: Self.fileName, in: output.directory)
    try file.write(Self.text)
    return try file.finish()
  }
}
