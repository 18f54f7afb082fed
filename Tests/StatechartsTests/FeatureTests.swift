import Testing

#if !hasFeature(ExistentialAny)
#error("the upcoming feature ExistentialAny is off: is it misspelt in Package.swift?")
#endif
#if !hasFeature(MemberImportVisibility)
#error("the upcoming feature MemberImportVisibility is off: is it misspelt in Package.swift?")
#endif
#if !hasFeature(InternalImportsByDefault)
#error("the upcoming feature InternalImportsByDefault is off: is it misspelt in Package.swift?")
#endif

@Suite("The dialect of Swift")
struct FeatureTests {
    @Test("has every upcoming feature that the manifest names, or this file would not have compiled")
    func features() {
        #if hasFeature(ExistentialAny) && hasFeature(MemberImportVisibility) && hasFeature(InternalImportsByDefault)
        let isOn = true
        #else
        let isOn = false
        #endif
        #expect(isOn)
    }
}
