/// What systems and programs leave beside documents without being asked, told by its name.
package enum FileLeftover: Hashable, Sendable {
    /// A file or folder of the system's own, such as `Thumbs.db`: nobody's document, and passed over.
    case ofTheSystem
    /// What a program left when it was interrupted, or a pointer to a document elsewhere: somebody should look.
    case ofAProgram

    /// Nil for what may be a document.
    package init?(named name: String) {
        let small = name.lowercased()
        if Self.systemNames.contains(small) || small.hasPrefix("~$") || small.hasPrefix("._") {
            self = .ofTheSystem
        } else if small.hasSuffix("~") || Self.programEndings.contains(where: { small.hasSuffix($0) })
            || small.hasPrefix("~") && small.hasSuffix(".tmp") || small.hasPrefix(".~lock.")
        {
            self = .ofAProgram
        } else {
            return nil
        }
    }

    /// Windows, macOS, and the network drives that many offices use.
    private static let systemNames: Set<String> = [
        "thumbs.db", "thumbs.db:encryptable", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "folder.htt",
        "icon\r", ".ds_store", "__macosx", "$recycle.bin", "recycler", "system volume information", "lost+found",
        "@eadir", "#recycle", "found.000", "network trash folder", "temporary items",
    ]

    /// Unfinished downloads, copies that editors keep, and shortcuts.
    private static let programEndings = [
        ".tmp", ".temp", ".bak", ".swp", ".swo", ".part", ".partial", ".crdownload", ".download", ".lnk", ".webloc",
        ".url",
    ]
}
