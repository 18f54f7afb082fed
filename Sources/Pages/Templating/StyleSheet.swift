/// The style sheets, as their files in `Styles/` hold them; whoever states by digest which ones a page may use asks here.
package enum StyleSheet {
    /// Of the dashboard: light and dark, wide, narrow and on paper, without any outside resource.
    package static let page = text(PackageResources.page_css)

    /// Of the picture: dark colours on screens that ask for them.
    ///
    /// Light ones stand in its attributes, so that programs without style sheets draw it too.
    package static let picture = text(PackageResources.picture_css)

    /// Of the report: sheets of A4; what stands at the head of each sheet is added by its template.
    static let report = text(PackageResources.report_css)

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
