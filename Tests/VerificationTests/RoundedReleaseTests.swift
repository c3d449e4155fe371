import Records
import Regions
import Released
import Tallies
import Testing

@testable import Disclosure
@testable import Verification

@Suite("What a rounded release lets somebody conclude")
struct RoundedReleaseTests {
  typealias Told = ToldReleases.Told

  private let releases: ToldReleases
  private let rounding = PublicRelease.Rounding(base: 5, most: 4)

  init() throws { releases = try ToldReleases() }

  private let sound = [
    Told("G", 25), Told("D1", 10), Told("D2", 15), Told("D1A", 10), Told("D1B", 0),
    Told("D2A", 15),
  ]

  @Test("figures that add up may each be any of k numbers, zeros among them")
  func sound() async throws {
    let release = try releases.release("one", rounding: rounding, sound)
    let verdict = try await ReleaseCheck.verdict(on: [release], catalog: releases.catalog)
    #expect(verdict.isSafe && verdict.rounded == 6 && verdict.withheld == 0)
    #expect(verdict.figures == 5 && verdict.threshold == 5)
  }

  @Test("what is withheld has no number, and no sum says anything with it")
  func numberless() async throws {
    let release = try releases.release(
      "one", rounding: rounding, [Told("D1", 10), Told("D1A", 5), Told("D1B", nil)])
    let verdict = try await ReleaseCheck.verdict(on: [release], catalog: releases.catalog)
    #expect(verdict.isSafe && verdict.rounded == 2 && verdict.withheld == 1)
  }

  @Test("figures that do not add up are no release of ours")
  func broken() async throws {
    var told = sound
    told[1] = Told("D1", 5)
    let release = try releases.release("one", rounding: rounding, told)
    await #expect(throws: ReleasedFilesError.self) { try await releases.breaches(release) }
  }

  @Test("a figure that is no multiple of the base is told as it is")
  func exact() async throws {
    var told = sound
    (told[0], told[2], told[5]) = (Told("G", 23), Told("D2", 13), Told("D2A", 13))
    let release = try releases.release("one", rounding: rounding, told)
    let breaches = try await releases.breaches(release)
    #expect(breaches.map(\.kind) == [.unrounded, .unrounded, .unrounded])
    #expect(Set(breaches.map(\.region)) == ["G", "D2", "D2A"])
  }

  @Test("a base below k leaves too few numbers")
  func smallBase() async throws {
    let release = try releases.release(
      "one", rounding: PublicRelease.Rounding(base: 3, most: 2),
      [Told("G", 6), Told("D1", 6), Told("D1A", 6)])
    let breaches = try await releases.breaches(release)
    #expect(Set(breaches.map(\.kind)) == [.unsettled] && breaches.count == 3)
  }

  @Test("of a rounded release together with another nothing is known, so it is not called safe")
  func together() async throws {
    let one = try releases.release("one", rounding: rounding, sound)
    let two = try releases.release("two", rounding: rounding, sound)
    let plain = try releases.release("three", [Told("D1A", 10), Told("D1", 10), Told("G", 10)])
    #expect(try await releases.breaches(one, two).map(\.kind) == [.together, .together])
    #expect(try await releases.breaches(one, plain).map(\.kind) == [.together])
  }
}
