import Engine
import Foundation
import Regulation
import Submissions
import Views

/// The one question with the answers yes and no that a terminal asks.
struct Confirmation {
    let labels: Labels

    /// Shows what is asked, and goes on where the answer is yes.
    ///
    /// - Parameter text: What is asked, for a terminal of so many columns.
    /// - Throws: ``Failure`` where the answer is anything else, or none.
    func ask(_ text: (Int) -> String) throws {
        Terminal.ask(text)
        guard let answer = readLine(),
            labels["confirm.answers"].split(separator: " ").contains(Substring(answer.lowercased()))
        else { throw Failure(.refused, labels["confirm.left"]) }
    }
}

/// Asks once before a step that ends a case, decides it or changes an approval.
struct FinalStep {
    let workspace: Workspace
    let labels: Labels

    /// Shows what the act would change and asks, where it is final; goes on where it is not, or where it would be refused.
    ///
    /// - Throws: ``Failure`` where the answer is no.
    func confirm(_ request: ActionRequest) async throws {
        guard let rehearsal = try? await workspace.tasuki.rehearsing({ try await $0.act(request) }),
            rehearsal.isFinal(for: request.name)
        else { return }
        let report = try await workspace.tasuki.report(of: rehearsal)
        try Confirmation(labels: labels).ask { width in
            RehearsalText(labels: labels).table(report, width: width) + "\n\n"
                + TextWidth.wrap(question(request), to: width - 1).joined(separator: "\n")
        }
    }

    private func question(_ request: ActionRequest) -> String {
        labels.text("confirm.final", "\(request.submission)/\(request.name)", request.actor.person.rawValue)
    }
}

extension Rehearsal {
    /// Whether the case ends, is decided, or an approval is no more what it was.
    func isFinal(for name: CaseName) -> Bool {
        let (old, new) = (before?[name], after?[name])
        if old?.isOver != true, new?.isOver == true { return true }
        if (new?.decisions.count ?? 0) > (old?.decisions.count ?? 0) { return true }
        return (before?.approvals ?? []).contains { approval in
            after?.approvals.first { $0.id == approval.id }?.standing != approval.standing
        }
    }
}
