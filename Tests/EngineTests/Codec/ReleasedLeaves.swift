@testable import Engine

/// The canonical text of the examples, as it was released: the bytes that are hashed.
///
/// A leaf that was written once must be read for ever, so nothing here is edited; a new version of the form adds its
/// own texts beside these.
enum ReleasedLeaves {
    static func text(_ type: EventType) -> String {
        switch type {
        case .submissionOpened:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"adopted":["CH3.05.05"],\#
            "applicant":"acme","claims":["detect","characterise"],"holders":["SG"],\#
            "manifest":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",\#
            "product":"colon-cade","productVersion":"2.1","targets":[{"jurisdiction":"JP","route":"two-stage"},\#
            {"jurisdiction":"SG","participation":"concurrent-review","route":"bundled"}]},"number":1,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"submission-opened","v":1}
            """#
        case .dossierFiled:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},\#
            "data":{"entries":[{"heading":"CH1.01","language":"en"},{"heading":"CH6A.04","jurisdiction":"JP"}],\#
            "filing":{"filedOn":"2026-05","kind":"initial","number":1,\#
            "revision":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}},"number":2,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"dossier-filed","v":1}
            """#
        case .caseOpened:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"case":"SG",\#
            "changes":[{"amount":{"currency":"SGD","minorUnits":371000},"change":"fee-required",\#
            "fee":"screening"}],"filing":1,"isOver":false,"jurisdiction":"SG",\#
            "microsteps":[{"entered":["screening"]}],"participation":"concurrent-review",\#
            "procedure":"sha256:1111111111111111111111111111111111111111111111111111111111111111",\#
            "route":"bundled",\#
            "rules":"sha256:2222222222222222222222222222222222222222222222222222222222222222"},"number":3,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"case-opened","v":1}
            """#
        case .caseAdvanced:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"case":"SG",\#
            "cause":{"action":"accept","kind":"action"},"changes":[{"change":"clock-started","clock":"review",\#
            "rule":{"confidence":"confirmed","counts":"agency","limit":160,"unit":"workingDays"}},\#
            {"change":"sent","message":"member.accepted","to":"hub"}],"isOver":false,\#
            "microsteps":[{"entered":["reviewing","reading"],"exited":["screening"],\#
            "remembered":[{"history":"reviewing.last","states":["reading"]}],"transitions":[0]}],\#
            "payload":{"documents":[{"digest":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",\#
            "mediaType":"application/pdf",\#
            "name":"dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd","size":20480}],\#
            "fields":{"number":{"kind":"code","value":"DE-0042"}}}},"number":12,"occurredOn":"2026-05-12",\#
            "onBehalfOf":"officer@HSA","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"case-advanced","v":1}
            """#
        case .messageIgnored:
            #"""
            {"by":{"as":"deadline","authenticated":true,"person":"tasuki"},"data":{"case":"MY","from":"hub",\#
            "message":"window.opened"},"number":13,"occurredOn":"2026-05-12",\#
            "recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade","type":"message-ignored","v":1}
            """#
        case .corrected:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"case":"SG","event":12,\#
            "fields":[{"field":"number","new":{"kind":"code","value":"DE-0043"},"old":{"kind":"code",\#
            "value":"DE-0042"}}],"newDate":"2026-05-12","oldDate":"2026-05",\#
            "reason":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"},"number":14,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"corrected","v":1}
            """#
        case .actionReversed:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"case":"SG","event":12,\#
            "reason":"8888888888888888888888888888888888888888888888888888888888888888"},"number":17,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"action-reversed","v":1}
            """#
        case .rulesRebound:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"case":"SG",\#
            "new":"sha256:6666666666666666666666666666666666666666666666666666666666666666",\#
            "old":"sha256:5555555555555555555555555555555555555555555555555555555555555555",\#
            "reason":"7777777777777777777777777777777777777777777777777777777777777777"},"number":15,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"rules-rebound","v":1}
            """#
        case .approvalFlagged:
            #"""
            {"by":{"as":"dependency","authenticated":true,"person":"tasuki"},"data":{"approval":"colon-cade/MY",\#
            "flag":{"cause":{"approval":"colon-cade/SG","revision":2},"change":"suspended",\#
            "path":["colon-cade/SG","colon-cade/MY"]}},"number":16,"occurredOn":"2026-05-12",\#
            "recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade","type":"approval-flagged","v":1}
            """#
        }
    }
}
