/// A symbol of QGIS: what is drawn, from the bottom up.
struct StyleSymbol: Sendable {
  enum Kind: String {
    case fill
    case line
  }

  /// One layer of a symbol.
  struct Layer: Sendable {
    /// Name of its class in QGIS.
    let type: String
    let options: KeyValuePairs<String, String>
    /// The symbol that it repeats or draws.
    var inner: [StyleSymbol] = []
  }

  let kind: Kind
  let layers: [Layer]
  /// Symbols of a lower level are drawn first, whatever the order of features.
  var level = 0

  /// - Parameter name: number of the symbol, or of the layer that it belongs to.
  func write(_ name: String, to xml: inout XMLWriter) {
    xml.element(
      "symbol",
      [
        "type": kind.rawValue, "name": name, "alpha": "1", "clip_to_extent": "1",
        "force_rhr": "0",
      ]
    ) { xml in
      for (number, layer) in layers.enumerated() { write(layer, number, of: name, to: &xml) }
    }
  }

  private func write(
    _ layer: Layer, _ number: Int, of name: String, to xml: inout XMLWriter
  ) {
    xml.element(
      "layer", ["class": layer.type, "pass": "\(level)", "enabled": "1", "locked": "0"]
    ) { xml in
      xml.element("Option", ["type": "Map"]) { xml in
        for (key, value) in layer.options {
          xml.element("Option", ["type": "QString", "name": key, "value": value])
        }
      }
      for inner in layer.inner { inner.write("@\(name)@\(number)", to: &xml) }
    }
  }
}
