/// Codes of languages, scripts and regions, in small letters.
///
/// Sources: ISO 639-1 and 639-2, ISO 15924, ISO 3166-1, as the registry of BCP 47 has them.
package enum LanguageCodes {
    /// ISO 639-1.
    package static let two = words(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el \
        en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu \
        ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na \
        nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so \
        sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """
    )

    /// ISO 639-2, terminological and bibliographic, with what ISO 639-1 writes instead.
    package static let three: [String: String] = {
        let codes = list(
            """
            aar aa abk ab ave ae afr af aka ak amh am arg an ara ar asm as ava av aym ay aze az bak ba bel be bul bg bih \
            bh bis bi bam bm ben bn bod bo tib bo bre br bos bs cat ca che ce cha ch cos co cre cr ces cs cze cs chu cu \
            chv cv cym cy wel cy dan da deu de ger de div dv dzo dz ewe ee ell el gre el eng en epo eo spa es est et eus \
            eu baq eu fas fa per fa ful ff fin fi fij fj fao fo fra fr fre fr fry fy gle ga gla gd glg gl grn gn guj gu \
            glv gv hau ha heb he hin hi hmo ho hrv hr hat ht hun hu hye hy arm hy her hz ina ia ind id ile ie ibo ig iii \
            ii ipk ik ido io isl is ice is ita it iku iu jpn ja jav jv kat ka geo ka kon kg kik ki kua kj kaz kk kal kl \
            khm km kan kn kor ko kau kr kas ks kur ku kom kv cor kw kir ky lat la ltz lb lug lg lim li lin ln lao lo lit \
            lt lub lu lav lv mlg mg mah mh mri mi mao mi mkd mk mac mk mal ml mon mn mar mr msa ms may ms mlt mt mya my \
            bur my nau na nob nb nde nd nep ne ndo ng nld nl dut nl nno nn nor no nbl nr nav nv nya ny oci oc oji oj orm \
            om ori or oss os pan pa pli pi pol pl pus ps por pt que qu roh rm run rn ron ro rum ro rus ru kin rw san sa \
            srd sc snd sd sme se sag sg sin si slk sk slo sk slv sl smo sm sna sn som so sqi sq alb sq srp sr ssw ss sot \
            st sun su swe sv swa sw tam ta tel te tgk tg tha th tir ti tuk tk tgl tl tsn tn ton to tur tr tso ts tat tt \
            twi tw tah ty uig ug ukr uk urd ur uzb uz ven ve vie vi vol vo wln wa wol wo xho xh yid yi yor yo zha za zho \
            zh chi zh zul zu
            """
        )
        return stride(from: 0, to: codes.count, by: 2).reduce(into: [:]) { $0[codes[$1]] = codes[$1 + 1] }
    }()

    /// Languages whose code is also that of a country where they are at home.
    package static let namedAsTheirCountry = words(
        "az bg de es fi fj fo fr hr ht hu id is it lt lv mg mk mn mt na nl no nr pl pt ro ru rw sk so th to tr uz"
    )

    /// The scripts in which labels are printed.
    package static let scripts = words(
        """
        arab armn beng bopo cyrl deva ethi geor grek gujr guru hang hani hans hant hebr hira hrkt jpan kana khmr knda \
        kore laoo latn mlym mong mymr orya sinh taml telu thai tibt
        """
    )

    /// In which script Chinese is printed in a region that is named without one.
    package static let chineseScripts = [
        "tw": "Hant", "hk": "Hant", "mo": "Hant", "cn": "Hans", "sg": "Hans", "my": "Hans",
    ]

    /// ISO 3166-1.
    package static let regions = words(
        """
        ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz \
        ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et fi fj fk fm fo \
        fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je \
        jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo \
        mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw \
        py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm \
        tn to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw
        """
    )

    /// Whether `code` is that of a country, in capital letters, or of the European Union.
    package static func isCountry(_ code: String) -> Bool {
        code == "EU" || code == code.uppercased() && regions.contains(code.lowercased())
    }

    /// The code of the country that is often written otherwise: ISO 3166-1 keeps these two free for it.
    package static func countryMeant(by code: String) -> String? { ["UK": "GB", "EL": "GR"][code] }

    /// What a hyphen or an underscore before it makes a language too: codes that are no word of English and no
    /// abbreviation that files are named by, of the languages that authorities are written to in.
    package static let written = words(
        """
        en ja ko zh th vi fr de es it pt nl eng jpn kor zho chi tha vie msa fil tgl hin fra fre deu ger spa ita por nld \
        rus ara
        """
    )

    /// What stands before the last dot where a file was named twice over, as `label.pdf.pdf`, and is no language.
    package static let endingsOfFiles = words("csv doc gif htm jpg md odt pdf png ppt rtf svg tif txt xls xml zip")

    private static func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private static func words(_ text: String) -> Set<String> { Set(list(text)) }
}
