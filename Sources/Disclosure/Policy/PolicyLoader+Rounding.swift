import ConfigurationText

/// What a policy file says of rounding.
extension PolicyLoader {
  mutating func round(_ policy: inout Policy) {
    var base = policy.rounding?.base ?? 0
    set(&base, "rounding", in: 2...1000)
    let further = attempt { try $0.value(of: "rounding_further")?.truth }
    guard base > 0 else {
      if further != nil {
        refuse("rounding_further", "it goes with rounding, the base, which is not given")
      }
      return
    }
    policy.rounding = Policy.Rounding(base: base, mayGoFurther: further ?? false)
    let k = policy.primary.threshold
    if base < k {
      refuse(
        "rounding",
        "multiples of \(base) leave a figure fewer than k = \(k) values; round to \(k) or more")
    }
    // What is promised must hold: nobody is to find out later.
    if policy.guardsInsiders {
      refuse(
        "rounding",
        "rounding does not guard against whoever knows one record of a figure; say so with "
          + "guard_insiders = false, or withhold")
    }
  }

  private mutating func refuse(_ key: String, _ reason: String) {
    guard let item = attempt({ try $0.value(of: key) ?? $0.value(of: "name") }) else { return }
    errors.append(item.error(.refused(reason)))
  }
}
