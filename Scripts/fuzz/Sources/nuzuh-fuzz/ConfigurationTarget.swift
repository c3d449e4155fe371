import ConfigurationText

/// Mapping files as text: a value whose places lie inside the text, or an error that has one.
enum ConfigurationTarget {
  static func read(_ bytes: [UInt8]) {
    guard let choice = bytes.first else { return }
    let format: ConfigurationFormat = choice & 1 == 0 ? .toml : .yaml
    do throws(ConfigurationError) {
      let item = try ConfigurationItem(
        parsing: Array(bytes.dropFirst()), as: format, file: "mapping")
      try walk(item)
    } catch {
      precondition(!error.description.isEmpty)
    }
  }

  private static func walk(_ item: ConfigurationItem) throws(ConfigurationError) {
    precondition(item.position.line > 0 && item.position.column > 0)
    for entry in try item.entries { precondition(entry.value.position.line > 0) }
  }
}
