import Regulation
import Submissions

// These words stand in logs: one that is renamed here would no longer be found in any of them.

extension ClockUnit: LeafWord {}
extension ClockRule.Counted: LeafWord {}
extension Anchor: LeafWord {}
extension Counting.FirstDay: LeafWord {}
extension Counting.MonthEnd: LeafWord {}
extension Counting.NoSuchDay: LeafWord {}
extension Counting.OnDayOff: LeafWord {}
extension ClockSide: LeafWord {}
extension Confidence: LeafWord {}
extension Participation: LeafWord {}
extension Filing.Kind: LeafWord {}
extension Question.Status: LeafWord {}
extension Question.Priority: LeafWord {}
extension Decision.Outcome: LeafWord {}
extension ApprovalBasis: LeafWord {}
extension Approval.Standing: LeafWord {}
extension Approval.Flag.Change: LeafWord {}
extension Field.Kind: LeafWord {}
extension FeeEntry.Kind: LeafWord {}
extension Obligation.Kind: LeafWord {}
extension Obligation.Fulfilment: LeafWord {}
extension Study.Kind: LeafWord {}
extension Study.ConsentModel: LeafWord {}
extension Study.Progress: LeafWord {}
extension Study.Purpose: LeafWord {}
extension Study.SecondaryUse: LeafWord {}
extension Study.Check.Answer: LeafWord {}
