@main enum Nuzuh {
  static func main() { print("nuzuh") }
}
