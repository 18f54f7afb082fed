import Engine
import Regulation
import Submissions
import Views

/// The ledgers of a submission: fees, obligations, studies; each only where there is something in it.
struct LedgerText {
    let labels: Labels
    /// The developer's checklist for the use of data.
    var checklist: [DataCheck] = []

    func sections(of view: SubmissionView, width: Int) -> [String] {
        let submission = view.submission
        let tables: [(String, Table, [String])] = [
            ("page.fees", fees(of: submission), sums(of: submission)),
            ("ledger.obligations", obligations(of: view), []),
            ("ledger.studies", studies(of: submission), []),
            ("ledger.dataUse", dataUse(of: submission), []),
        ]
        return tables.filter { !$0.1.rows.isEmpty }.map { title, table, notes in
            ([labels[title], table.text(width: width)] + notes.flatMap { TextWidth.wrap($0, to: width) })
                .joined(separator: "\n")
        } + checklists(of: submission, width)
    }

    /// What each case requires, then the entries of its ledger in the order in which they were made.
    private func fees(of submission: Submission) -> Table {
        var table = Table(["case", "fee", "entry", "amount", "reference", "date"].map { labels["columns.\($0)"] })
        for subject in submission.cases {
            for fee in subject.fees {
                table.add([
                    subject.name.rawValue, name(of: fee.id),
                    labels[fee.settledBy == nil ? "feeStanding.due" : "feeStanding.paid"],
                    fee.amount?.description ?? labels["feeStanding.amountUnknown"], fee.settledBy ?? "–", "–",
                ])
            }
            for entry in subject.ledger {
                table.add([
                    subject.name.rawValue, name(of: entry.fee), labels["feeEntries.\(entry.kind.rawValue)"],
                    entry.amount?.description ?? "–", entry.reference ?? "–", entry.on.description,
                ])
            }
        }
        return table
    }

    private func name(of fee: FeeID) -> String { labels.text(ifAny: "fees.\(fee)") ?? fee.rawValue }

    /// One line a currency; sums of two currencies are never added.
    private func sums(of submission: Submission) -> [String] {
        let totals = FeeTotals(submission.cases.flatMap(\.ledger))
        let lines = totals.currencies.map { currency in
            let sums = FeeEntry.Kind.allCases.compactMap { kind in
                totals.sum(of: kind, in: currency).map { "\(labels["feeEntries.\(kind.rawValue)"]) \($0)" }
            }
            return labels.text("ledger.sum", sums.joined(separator: " · "))
        }
        return totals.withoutAmount == 0
            ? lines : lines + [labels.text("ledger.withoutAmount", "\(totals.withoutAmount)")]
    }

    private func obligations(of view: SubmissionView) -> Table {
        let columns = ["no", "case", "kind", "text", "dueBy", "status", "evidence"]
        var table = Table(columns.map { labels["columns.\($0)"] })
        for obligation in view.submission.obligations {
            let closed = obligation.closedOn.map { " (\($0))" } ?? ""
            table.add([
                obligation.id.rawValue, obligation.name.rawValue, labels["obligationKinds.\(obligation.kind.rawValue)"],
                obligation.text.map { view.texts[$0] ?? labels["page.textErased"] } ?? "–",
                obligation.due.map { labels.words(for: $0) } ?? "–",
                standing(of: obligation, in: view) + closed, "\(obligation.evidence.count)",
            ])
        }
        return table
    }

    /// Where it stands; of one that ended, what ended it.
    private func standing(of obligation: Obligation, in view: SubmissionView) -> String {
        guard let event = obligation.endedBy else {
            return labels["obligationStanding.\(obligation.standing.rawValue)"]
        }
        let process = view.procedures[obligation.name]?.rawValue ?? ""
        let words = labels.text(ifAny: "actions.\(process).\(event)") ?? labels["messages.\(event)"]
        return labels.text("ledger.endedBy", words)
    }

    private func studies(of submission: Submission) -> Table {
        let columns = ["study", "kind", "legalBasis", "ethics", "consent", "reliability", "status"]
        var table = Table(columns.map { labels["columns.\($0)"] })
        for study in submission.studies {
            table.add([
                study.id.rawValue, study.kind.map { labels["ledger.studyKind.\($0.rawValue)"] } ?? "–",
                study.legalBasis ?? "–", study.ethicsApproval ?? "–",
                study.consentModel.map { labels["ledger.consent.\($0.rawValue)"] } ?? "–", study.reliability ?? "–",
                labels["ledger.studyStanding.\(study.standing.rawValue)"],
            ])
        }
        return table
    }
}
