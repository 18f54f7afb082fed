@testable import Engine

/// The canonical text of the examples: the bytes that are hashed.
///
/// Until 1.0 a change of the form edits these texts in place. From then on a leaf that was written once is read for
/// ever: none is edited, and a new version of the form adds its own beside them.
enum ReleasedLeaves {
    static func text(_ type: EventType) -> String {
        switch type {
        case .submissionOpened:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"adopted":["CH3.05.05"],\#
            "applicant":"acme","claims":["detect","characterise"],"classes":{"JP":"III","SG":"C"},\#
            "held":[{"basis":"full","claims":["detect"],"grantedOn":"2025-03","holder":"acme-korea",\#
            "id":"colon-cade/KR","jurisdiction":"KR","number":"K-0042","product":"colon-cade","productVersion":"2.0",\#
            "revision":1,"standing":"in-force"}],"holders":["SG"],\#
            "manifest":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","product":"colon-cade",\#
            "productVersion":"2.1","targets":[{"jurisdiction":"JP","route":"two-stage"},{"jurisdiction":"SG",\#
            "participation":"concurrent-review","route":"bundled"}],"traits":[{"answer":"yes",\#
            "trait":"stand-alone-mobile-app"}]},"number":1,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"submission-opened","v":2}
            """#
        case .submissionAmended:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"adopted":["CH3.05.05"],\#
            "applicant":"acme","claims":["detect","characterise"],"classes":{"JP":"III","SG":"C"},\#
            "held":[{"basis":"full","claims":["detect"],"grantedOn":"2025-03","holder":"acme-korea",\#
            "id":"colon-cade/KR","jurisdiction":"KR","number":"K-0042","product":"colon-cade","productVersion":"2.0",\#
            "revision":1,"standing":"in-force"}],"holders":["SG"],\#
            "manifest":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","product":"colon-cade",\#
            "productVersion":"2.1","targets":[{"jurisdiction":"JP","route":"two-stage"},{"jurisdiction":"SG",\#
            "participation":"concurrent-review","route":"bundled"}],"traits":[{"answer":"yes",\#
            "trait":"stand-alone-mobile-app"}]},"number":18,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"submission-amended","v":2}
            """#
        case .dossierFiled:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"entries":[{"heading":"CH1.01",\#
            "language":"en"},{"heading":"CH6A.04","jurisdiction":"JP"}],"filing":{"filedOn":"2026-05",\#
            "kind":"initial","number":1,\#
            "revision":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"},"targets":["JP","SG"]},"number":2,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"dossier-filed","v":2}
            """#
        case .caseOpened:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"case":"JP-reimbursement",\#
            "changes":[{"change":"clock-started","clock":"decision","rule":{"anchor":"next-month",\#
            "confidence":"unconfirmed","counts":"agency","unit":"months"}}],"isOver":false,"isTrack":true,\#
            "jurisdiction":"JP","microsteps":[{"entered":["applied"]}],\#
            "procedure":"sha256:1111111111111111111111111111111111111111111111111111111111111111",\#
            "route":"reimbursement",\#
            "rules":"sha256:2222222222222222222222222222222222222222222222222222222222222222"},"number":3,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"case-opened","v":2}
            """#
        case .caseAdvanced:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"case":"SG",\#
            "cause":{"action":"approve","kind":"action"},"changes":[{"change":"fee-recorded",\#
            "entry":{"amount":{"currency":"SGD","minorUnits":371000},"fee":"review","kind":"paid","on":"2026-05-12",\#
            "reference":"R-1"}},{"change":"obligations-added","obligations":[{"case":"SG","due":"2027","id":"o-1",\#
            "kind":"condition","standing":"open",\#
            "text":"9999999999999999999999999999999999999999999999999999999999999999"}]},{"change":"sent",\#
            "message":"member.decided","to":"hub"}],"isOver":false,"microsteps":[{"entered":["approved"],\#
            "exited":["reading","reviewing"],"remembered":[{"history":"reviewing.last","states":["reading"]}],\#
            "transitions":[3]}],\#
            "payload":{"documents":[{"digest":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",\#
            "mediaType":"application/pdf","name":"dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd",\#
            "size":20480}],"fields":{"fee":{"kind":"money","value":{"currency":"SGD","minorUnits":371000}},\#
            "number":{"kind":"code","value":"DE-0042"}}}},"number":12,"occurredOn":"2026-05-12",\#
            "onBehalfOf":"officer@HSA","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"case-advanced","v":2}
            """#
        case .messageIgnored:
            #"""
            {"by":{"as":"deadline","authenticated":true,"person":"tasuki"},"data":{"case":"MY","from":"hub",\#
            "message":"window.opened"},"number":13,"occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z",\#
            "submission":"colon-cade","type":"message-ignored","v":2}
            """#
        case .corrected:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"case":"SG","event":12,\#
            "fields":[{"field":"number","new":{"kind":"code","value":"DE-0043"},"old":{"kind":"code",\#
            "value":"DE-0042"}}],"newDate":"2026-05-12","oldDate":"2026-05",\#
            "reason":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"},"number":14,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"corrected","v":2}
            """#
        case .actionReversed:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"case":"SG","event":12,\#
            "reason":"8888888888888888888888888888888888888888888888888888888888888888"},"number":17,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"action-reversed","v":2}
            """#
        case .letterConfirmed:
            #"""
            {"by":{"as":"officer@HSA","authenticated":false,"person":"reviewer"},"data":{"case":"SG","event":12},\#
            "number":19,"occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"letter-confirmed","v":2}
            """#
        case .letterDisputed:
            #"""
            {"by":{"as":"officer@HSA","authenticated":false,"person":"reviewer"},"data":{"case":"SG","event":12,\#
            "reason":"9999999999999999999999999999999999999999999999999999999999999999"},"number":20,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"letter-disputed","v":2}
            """#
        case .rulesRebound:
            #"""
            {"by":{"as":"applicant","authenticated":false,"person":"lead"},"data":{"case":"SG",\#
            "new":"sha256:6666666666666666666666666666666666666666666666666666666666666666",\#
            "old":"sha256:5555555555555555555555555555555555555555555555555555555555555555",\#
            "reason":"7777777777777777777777777777777777777777777777777777777777777777"},"number":15,\#
            "occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z","submission":"colon-cade",\#
            "type":"rules-rebound","v":2}
            """#
        case .approvalFlagged:
            #"""
            {"by":{"as":"dependency","authenticated":true,"person":"tasuki"},"data":{"approval":"colon-cade/MY",\#
            "flag":{"cause":{"approval":"colon-cade/SG","revision":2},"change":"suspended","path":["colon-cade/SG",\#
            "colon-cade/MY"]}},"number":16,"occurredOn":"2026-05-12","recordedAt":"2026-05-15T01:02:03.004Z",\#
            "submission":"colon-cade","type":"approval-flagged","v":2}
            """#
        }
    }
}
