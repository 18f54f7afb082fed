import ArgumentParser

struct SafetyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "safety",
        abstract: "Safety events of a product: record one, and see what each country is to be told by when.",
        discussion: """
            EXAMPLES
              tasuki safety record kazami-colon-cade --kind death --aware-on 2028-11-24 \\
                --occurred-on 2028-11-20 --occurred-in JP --summary "A lesion was missed."
              tasuki safety list kazami-colon-cade
              tasuki act colon-cade/SG-safety-report report --document report.pdf
              tasuki act colon-cade/MY-safety-report waiveReport --set reason="no such device was sold there"
            """,
        subcommands: [SafetyRecord.self, SafetyList.self]
    )
}
