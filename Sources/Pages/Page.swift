public import Disclosure
public import Regions
public import Reports

/// The page that people read, and the summary for the mail: both say what one release says.
///
/// The bytes are a function of the release, the catalogue, the context and the settings alone
/// (rule A3). Nothing is computed from figures that are withheld, and nothing hints at them.
public struct Page: Sendable {
  public static let fileName = "report.html"
  public static let summaryName = "summary.md"

  private let content: PageContent

  public init(
    release: Release, catalog: RegionCatalog, context: ReleaseContext,
    settings: PageSettings = PageSettings()
  ) {
    content = PageContent(
      release: release, catalog: catalog, context: context, settings: settings)
  }

  /// One file in UTF-8 that needs no other and no network: HTML that is well-formed XML as well.
  public func html() -> [UInt8] { PageWriter(content).html() }

  /// Some ten lines of Markdown, the last with a line feed.
  public func summary() -> String { SummaryText(content).markdown() }

  /// Both as files of a release.
  public var documents: [ReleaseDocument] {
    [
      ReleaseDocument(name: Self.fileName, content: .bytes { () throws(PublishError) in html() }),
      ReleaseDocument(
        name: Self.summaryName,
        content: .bytes { () throws(PublishError) in Array(summary().utf8) }),
    ]
  }
}
