import Records

/// The sources of a file's templates, so that they need not be asked for with every part of it.
struct TemplateSources: Sendable {
  private var sources: [String] = []
  private var file = -1
  private var generation = 0

  mutating func learn(_ rows: PlainRows, _ file: Int) {
    if self.file != file || generation != rows.generation {
      self.file = file
      generation = rows.generation
      sources = []
    }
    for template in rows.templates.dropFirst(sources.count) {
      sources.append(template.record.key.source)
    }
  }

  subscript(template: Int32) -> String { sources[Int(template)] }
}
