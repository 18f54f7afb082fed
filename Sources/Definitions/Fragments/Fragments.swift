/// The fragments that a procedure may include: pieces of procedures, each in a file of its name.
///
/// A file is read when a procedure includes it, so that a procedure without fragments costs nothing more.
package struct Fragments {
    /// Every name, for suggestions.
    let names: () -> [String]
    /// The file of a name; nil where there is none.
    let file: (String) throws(Diagnostics) -> SourceFile?

    init(names: @escaping () -> [String], file: @escaping (String) throws(Diagnostics) -> SourceFile?) {
        self.names = names
        self.file = file
    }

    /// The fragments in `files`, each by the name of its file.
    package init(_ files: [SourceFile]) {
        let files = Dictionary(files.map { ($0.stem, $0) }) { first, _ in first }
        names = { files.keys.sorted() }
        file = { name throws(Diagnostics) in files[name] }
    }

    /// For a procedure that stands alone.
    package static var none: Fragments { Fragments([]) }
}
