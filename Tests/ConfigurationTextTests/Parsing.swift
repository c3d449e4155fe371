import ConfigurationText

/// The value that a text holds.
func parse(
  _ text: String, _ format: ConfigurationFormat = .toml,
  limits: ConfigurationLimits = ConfigurationLimits()
) throws(ConfigurationError) -> ConfigurationItem {
  let file = format == .toml ? "sample.toml" : "sample.yaml"
  return try ConfigurationItem(parsing: Array(text.utf8), as: format, file: file, limits: limits)
}

/// The words of the error that a text gives, or "" where it gives none.
func refusal(_ text: String, _ format: ConfigurationFormat = .toml) -> String {
  do {
    _ = try parse(text, format)
    return ""
  } catch {
    return error.description
  }
}

extension ConfigurationItem {
  /// The value at the end of a path of keys and of numbers of elements, counted from 0.
  func at(_ steps: String...) throws -> ConfigurationItem {
    var item = self
    for step in steps {
      if let index = Int(step), case .list = item.node.content {
        item = try item.list[index]
      } else {
        item = try item.required(step)
      }
    }
    return item
  }
}
