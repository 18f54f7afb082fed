/// An option that is given twice, of which the parser would take the last and forget the other without a word.
enum RepeatedOption {
    /// Those of which each adds to the others.
    private static let adding = ["--set", "--document", "--rate", "--file-on"]

    /// The first option of the command line that is repeated; nil where none is.
    static func name(in arguments: [String]) -> String? {
        var seen: Set<Substring> = []
        for argument in arguments {
            if argument == "--" { return nil }
            guard argument.hasPrefix("--") else { continue }
            let name = argument.prefix { $0 != "=" }
            // A dossier is checked, advised on and filed for as many countries as are named.
            let isAdding =
                adding.contains(String(name))
                || name == "--country"
                    && [["submission", "check"], ["submission", "file"], ["routes"]].contains {
                        arguments.starts(with: $0)
                    }
            if !isAdding, !seen.insert(name).inserted { return String(name) }
        }
        return nil
    }
}
