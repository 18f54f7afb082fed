"""What the library of holidays does not know of the countries whose calendars are written."""

# The calendars change only when this file changes, so two runs on two days write the same bytes.
PACKAGES = {"holidays": "0.109", "python-dateutil": "2.9.0.post0", "six": "1.17.0", "PyYAML": "6.0.3"}
AS_OF = "2026-11-22"
YEARS = range(2014, 2029)
# The first year whose official lists were looked up; those before it are what the library says, and unconfirmed.
LOOKED_UP = 2025

# When the days of a year were published, and when single days were announced that the year's list did not have: before that
# they were not known. The dates are those of the notes below.
PUBLISHED = {
    "CN": {2025: "2024-11-12", 2026: "2025-11-04"},
    "HK": {2026: "2025-05-16"},
    "JP": {2027: "2026-02-02"},
    "KR": {2025: "2024-06-20", 2026: "2025-06-30"},
    "SG": {2026: "2025-06-16", 2027: "2026-06-18"},
    "TW": {2025: "2025-06-13", 2026: "2025-06-13"},
    "VN": {2025: "2024-11-26"},
}
ANNOUNCED = {
    "ID": {"2025-08-18": "2025-08-07"},
    "IN": {"2025-02-05": "2025-01-17"},
    "SG": {"2025-05-03": "2025-04-15"},
    "TH": {"2025-06-02": "2024-11-12", "2025-08-11": "2024-11-12"},
}

# Parts of countries whose days off differ from where the authority sits, for an authority or an assessor elsewhere. Their days
# are the library's alone. Where a state changed its weekend, only the years of today's are written.
PARTS = {
    "AU": {"NSW": "New South Wales", "NT": "Northern Territory", "QLD": "Queensland", "SA": "South Australia",
           "TAS": "Tasmania", "VIC": "Victoria", "WA": "Western Australia"},
    "IN": {"GJ": "Gujarat", "KA": "Karnataka", "MH": "Maharashtra", "TN": "Tamil Nadu", "TS": "Telangana",
           "WB": "West Bengal"},
    "MY": {"JHR": "Johor", "KDH": "Kedah", "KTN": "Kelantan", "KUL": "Kuala Lumpur", "LBN": "Labuan", "MLK": "Malacca",
           "NSN": "Negeri Sembilan", "PHG": "Pahang", "PJY": "Putrajaya", "PLS": "Perlis", "PNG": "Penang", "PRK": "Perak",
           "SBH": "Sabah", "SWK": "Sarawak", "TRG": "Terengganu"},
}

# Whose list is the official one, which years it has published, and where a government office differs from a shop. A
# year not listed under `confirmed` is unconfirmed. `added` and `workdays` are days the library lacks, `settled` are
# days that it estimates and the official list has. `library` is what the library calls a place that is no country.
FACTS = {
    "JP": {
        "language": "en_US",
        "official": ("Cabinet Office, national holidays (国民の祝日について)",
                     "https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html"),
        "about": [
            "Days on which administrative organs are closed, not only national holidays: the Act on Holidays of",
            "Administrative Organs (行政機関の休日に関する法律, 1988 Act 91), Article 1, adds 29 December",
            "to 3 January: https://laws.e-gov.go.jp/law/363AC0000000091/",
            "The Act binds the ministry; that the review agency keeps the same days is not confirmed.",
        ],
        "closed": ([(12, 29), (12, 30), (12, 31), (1, 2), (1, 3)], "Year-end closure of administrative organs"),
        "confirmed": {
            2025: "published by the Cabinet Office; equinoxes fixed in the gazette of February 2024",
            2026: "published by the Cabinet Office; equinoxes fixed in the gazette of February 2025",
            2027: "published by the Cabinet Office on 2 February 2026, with the equinoxes",
        },
        "unconfirmed": {2028: "equinoxes are fixed in the gazette of February 2027; computed from astronomy"},
    },
    "SG": {
        "language": "en_SG",
        "official": ("Ministry of Manpower, public holidays",
                     "https://www.mom.gov.sg/employment-practices/public-holidays"),
        "about": ["A holiday on a Sunday moves to the next working day; one on a Saturday does not."],
        "confirmed": {
            2025: "published by the Ministry of Manpower; polling day of 3 May added by its release of 15 April 2025",
            2026: "published by the Ministry of Manpower on 16 June 2025",
            2027: "published by the Ministry of Manpower on 18 June 2026: "
                  "https://www.mom.gov.sg/newsroom/press-releases/2026/0618-public-holidays-for-2027",
        },
    },
    "MY": {
        "language": "en_US",
        "subdivision": ("SGR", "Selangor"),
        "official": ("Cabinet Division, Prime Minister's Department, federal and state public holidays 2027",
                     "https://www.kabinet.gov.my/storage/2026/08/HKA_2027.pdf"),
        "about": [
            "Selangor, not the federal territories: the Medical Device Authority gives its address as Cyberjaya,",
            "Selangor (https://mda.gov.my/ms/pengumuman/1093-syarat-syarat-lesen-terkini.html). Kuala Lumpur and",
            "Putrajaya keep Federal Territory Day (1 February) in place of the Sultan's birthday (11 December).",
            "Islamic holidays may still move by a day with the sighting of the moon, also in a confirmed year.",
        ],
        "confirmed": {
            2025: "list of the Cabinet Division for 2025, with the additional holiday of 15 September",
            2026: "list of the Cabinet Division for 2026, with the additional holiday of 20 March",
            2027: "list of the Cabinet Division for 2027, published in August 2026",
        },
    },
    "TH": {
        "language": "en_US",
        "categories": ("public", "government"),
        "official": ("Secretariat of the Cabinet, resolutions on government holidays", "https://www.soc.go.th/"),
        "about": [
            "Government offices: the Royal Ploughing Ceremony is a day off, National Labour Day is not",
            "(https://www.nationthailand.com/life/40049444, 1 May 2025). The Cabinet adds and moves days, also at",
            "short notice.",
        ],
        "works": "National Labor Day",
        "confirmed": {2025: "with the special days of 2 June and 11 August, Cabinet resolution of 12 November 2024"},
        "unconfirmed": {
            2026: "the Cabinet's list as reported on 2 December 2025 agrees until 30 July; the rest was not checked",
            2027: "no official list found; special days and the Royal Ploughing Ceremony (in May) are missing",
            2028: "no official list found; special days and the Royal Ploughing Ceremony (in May) are missing",
        },
    },
    "TW": {
        "language": "en_US",
        "categories": ("public", "government"),
        "official": ("Directorate-General of Personnel Administration, office calendar of government agencies",
                     "https://www.dgpa.gov.tw/informationlist?uid=30"),
        "about": [
            "`workdays` are weekend days on which the government works. The rule for making up a bridging day on a",
            "Saturday was deleted on 13 June 2025, so 8 February 2025 is the last one.",
        ],
        "confirmed": {
            2025: "calendar as revised by the Executive Yuan on 13 June 2025",
            2026: "calendar approved by the Executive Yuan on 13 June 2025",
            2027: "calendar published in June 2026: https://www.dgpa.gov.tw/information?uid=30&pid=12982; "
                  "compared day by day with a public copy",
        },
    },
    "KR": {
        "language": "en_US",
        "official": ("Rules on holidays of public agencies (관공서의 공휴일에 관한 규정)",
                     "https://www.law.go.kr/법령/관공서의공휴일에관한규정"),
        "about": [
            "Holidays of public agencies. Constitution Day is one of them again from 2026",
            "(https://www.koreaherald.com/article/10665867); that Labour Day is one from 2026 is taken from the",
            "library, which cites the Ministry of Personnel Management (https://www.mpm.go.kr/).",
        ],
        "confirmed": {
            2025: "official almanac (월력요항) published on 20 June 2024; 27 January and the election of 3 June "
                  "added later (secondary source)",
            2026: "official almanac published on 30 June 2025; Constitution Day and Labour Day added by amendments of "
                  "2026 (secondary source)",
        },
        "unconfirmed": {
            2027: "the almanac for 2027 was not found; computed from the rules as amended in 2026",
        },
    },
    "VN": {
        "language": "en_US",
        "official": ("Labour Code 2019, Article 112; the days of each year by notice of the ministry",
                     "https://vbpl.vn/TW/pages/vbpqen-toanvan.aspx?ItemID=11135"),
        "about": [
            "Days off of civil servants. `workdays` are Saturdays worked for a day off between two holidays.",
            "The library does not know that 2 January 2026 was exchanged for 10 January: Office of the Government,",
            "12729/VPCP-KGVX of 25 December 2025 (secondary source: https://www.collector.com.tr//965292743).",
        ],
        "added": {"2026-01-02": "Day off (substituted from 01/10/2026)"},
        "workdays": {"2026-01-10": "Make-up working day"},
        "confirmed": {
            2025: "Office of the Government, 8726/VPCP-KGVX of 26 November 2024, and announcement "
                  "6150/TB-BLDTBXH (secondary source)",
        },
        "unconfirmed": {
            2026: "the exchanges of 2 January and 31 August are published; that 24 November is already a day off rests "
                  "on Politburo resolution 80-NQ/TW, and no act that amends the Labour Code was found",
            2027: "no notice of the ministry found: the five days of Tet, the second day of National Day and exchanged "
                  "days are the ministry's choice; 24 November as in 2026",
            2028: "no notice of the ministry found: the five days of Tet, the second day of National Day and exchanged "
                  "days are the ministry's choice; 24 November as in 2026",
        },
    },
    "PH": {
        "language": "en_US",
        "official": ("Official Gazette, nationwide holidays",
                     "https://www.officialgazette.gov.ph/nationwide-holidays/"),
        "about": [
            "Regular holidays and special (non-working) days for the whole country; not the special working days, on",
            "which offices are open, and not the days of a city or province. Eid'l Fitr and Eid'l Adha are proclaimed",
            "a few days before. More days may be proclaimed at short notice.",
        ],
        "confirmed": {
            2025: "Proclamations 727 and 729 of 30 October 2024, 839, 878 and 911 of 2025 (secondary source)",
            2026: "Proclamation 1006 of 3 September 2025, 1189 and 1264 of 2026 (secondary source)",
        },
        "unconfirmed": {
            2027: "the library cites Proclamation 1427 of 8 September 2026, which was not read; Eid'l Fitr and "
                  "Eid'l Adha are computed",
            2028: "not yet proclaimed; Eid'l Fitr and Eid'l Adha are computed, additional special days are missing",
        },
    },
    "ID": {
        "language": "en_US",
        "categories": ("public", "government"),
        "kinds": "national holidays and collective leave",
        "official": ("State Secretariat, joint decree of three ministers (SKB) for 2027",
                     "https://setneg.go.id/baca/index/inilah_skb_3_menteri_libur_nasional_dan_cuti_bersama_2027"),
        "about": [
            "National holidays and collective leave (cuti bersama): government offices are closed on both; companies",
            "may work on collective leave. Islamic holidays may still move by a day with the sighting of the moon.",
        ],
        "settled": ["2027-03-10", "2027-03-11", "2027-05-17"],
        "confirmed": {
            2025: "joint decree 1017/2/2 of 2024, with 18 August added by 933/1/3 of 7 August 2025 (secondary source)",
            2026: "joint decree 1497/2/5 of 2025 (secondary source)",
            2027: "joint decree 1205/3/2 of 2026 (secondary source)",
        },
        "unconfirmed": {2028: "no joint decree yet: lunar dates are computed, collective leave is missing"},
    },
    "IN": {
        "language": "en_US",
        "official": ("Department of Personnel and Training, holidays of central government offices",
                     "https://doptcirculars.nic.in/Default.aspx?URL=dFaVfDsok83H"),
        "about": [
            "Central government offices in Delhi, where the Central Drugs Standard Control Organisation has its",
            "headquarters (https://cdscoonline.gov.in/CDSCO/dashboard): the gazetted holidays of the list for Delhi",
            "and days declared apart, not the restricted holidays. The library lacks polling day, 5 February 2025:",
            "https://www.devdiscourse.com/article/law-order/3228977-delhi-govt-offices-close-for-assembly-polls",
            "Islamic holidays may still move by a day with the sighting of the moon.",
        ],
        "added": {"2025-02-05": "Polling Day (Delhi Legislative Assembly)"},
        "confirmed": {
            2025: "list of the department for Delhi; 14 April by its memorandum of March 2025, 5 February by its order "
                  "of 17 January 2025 (secondary source)",
        },
        "unconfirmed": {
            2026: "list of 3 July 2025 for Delhi; no memorandum was found for 14 April, nor one that moves Bakrid from "
                  "27 to 28 May, as West Bengal and the stock exchange did",
            2027: "the department's list was not found; which three optional festivals Delhi keeps is its choice, "
                  "Islamic holidays are computed",
            2028: "the department's list was not found; which three optional festivals Delhi keeps is its choice, "
                  "Islamic holidays are computed",
        },
    },
    "HK": {
        "language": "en_US",
        "categories": ("optional",),
        "kinds": "general holidays (there called optional)",
        "official": ("GovHK, general holidays", "https://www.gov.hk/en/about/abouthk/holiday/index.htm"),
        "about": [
            "General holidays (General Holidays Ordinance, Cap. 149), on which government offices are closed; not the",
            "shorter list of statutory holidays of the Employment Ordinance, which has no Good Friday before 2028.",
            "The government works five days a week (http://www.info.gov.hk/info/5day/eng/); the library counts",
            "Saturday as a working day.",
        ],
        "weekend": {5, 6},
        "confirmed": {
            2025: "gazetted list of general holidays for 2025 (secondary source)",
            2026: "published on 16 May 2025: https://www.info.gov.hk/gia/general/202505/16/P2025051300354.htm",
            2027: "gazetted list of general holidays for 2027 (secondary source: https://a2znews.uk/article/c2/28468)",
        },
    },
    "CN": {
        "language": "en_US",
        "official": ("General Office of the State Council, arrangement of holidays for 2026",
                     "https://www.gov.cn/gongbao/2025/issue_12406/202511/content_7048922.html"),
        "about": [
            "National holidays with the exchanged days: `workdays` are weekend days on which the authorities work.",
            "The State Council announces both each November for the year to come.",
        ],
        "confirmed": {
            2025: "notice of the General Office of the State Council of 12 November 2024",
            2026: "notice of the General Office of the State Council of 4 November 2025",
        },
        "unconfirmed": {
            2027: "the State Council's notice was not found: statutory days only, without days off and weekend days "
                  "worked in exchange",
            2028: "not yet announced: statutory days only, without days off and weekend days worked in exchange",
        },
    },
    "AU": {
        "language": "en_US",
        "subdivision": ("ACT", "Australian Capital Territory"),
        "official": ("ACT Government, public holidays",
                     "https://www.act.gov.au/living-in-the-act/public-holidays-school-terms-and-daylight-saving"),
        "about": [
            "The Australian Capital Territory, where the Therapeutic Goods Administration has its office (Symonston,",
            "https://tga.gov.au/node/351166). Its regulations count days that are not a Saturday, a Sunday or a public",
            "holiday there (http://classic.austlii.edu.au/au/legis/cth/consol_reg/tgr1990300/s42zczi.html). The office",
            "runs limited operations between Christmas and New Year; those days are not days off here.",
        ],
        "confirmed": {
            2025: "published by the ACT Government (secondary source: https://www.retail.org.au/?p=40900)",
            2026: "published by the ACT Government, which added 27 April later: "
                  "https://www.dfat.gov.au/about-us/canberra-public-holidays",
            2027: "published by the ACT Government with 2026 to 2029 (secondary source)",
            2028: "published by the ACT Government with 2026 to 2029 (secondary source)",
        },
    },
    "US": {
        "language": "en_US",
        "official": ("5 U.S.C. 6103, as the Office of Personnel Management lists the days of each year",
                     "https://www.opm.gov/policy-data-oversight/pay-leave/federal-holidays/"),
        "about": [
            "Federal holidays. A holiday on a Saturday is kept on the Friday before, one on a Sunday on the Monday after.",
            "Inauguration Day is a day off in Washington, D.C., and its surroundings alone, and is not among them; nor are",
            "days on which offices were closed by an executive order.",
        ],
        "confirmed": {
            2025: "the days follow from the law (as a federal court quotes it: https://www.ca6.uscourts.gov/federal-holidays)",
            2026: "the days follow from the law (as a federal court quotes it: https://www.ca6.uscourts.gov/federal-holidays)",
            2027: "the days follow from the law (as a federal court quotes it: https://www.ca6.uscourts.gov/federal-holidays)",
        },
        "unconfirmed": {2028: "computed from the law; the list of that year was not looked up"},
    },
    "EU": {
        "language": "en_US",
        "library": "EuropeanCentralBank",
        "kinds": "closing days of the TARGET payment system",
        "about": [
            "No list holds for the whole Union: by Regulation (EEC, Euratom) No 1182/71, Article 2, the days off are those of",
            "the state, or of the institution, where something is to be done. Here stand the few days on which the payment",
            "system of the central banks is closed, since nearly every state keeps them: a period that ends on another state's",
            "day off ends earlier here than it may there. A notified body keeps the days of the place where it sits.",
        ],
        "unconfirmed": {
            year: "days in common, read from a payment system: each state has days of its own" for year in range(2025, 2029)
        },
    },
    "GB": {
        "language": "en_GB",
        "subdivision": ("ENG", "England"),
        "official": ("GOV.UK, bank holidays", "https://www.gov.uk/bank-holidays"),
        "about": [
            "Bank holidays of England, where the Medicines and Healthcare products Regulatory Agency sits (London). Scotland",
            "keeps other days.",
        ],
        "unconfirmed": {
            year: "the library's days, with which a second source agrees to 2027; the list of GOV.UK was not read" for year in range(2025, 2029)
        },
    },
    "CA": {
        "language": "en_US",
        "subdivision": ("ON", "Ontario"),
        "official": ("Government of Canada, holidays of the public service",
                     "https://articles.alpha.canada.ca/cds-intranet-employee-guide/pay-leave-and-benefits/"
                     "quick-reference-guide-for-employee-leave/stat-holidays-office-closures"),
        "about": [
            "Days off of the federal public service in Ottawa, Ontario, where Health Canada sits. Easter Monday, the civic",
            "holiday in August and Remembrance Day are among them, Family Day of the province is not.",
        ],
        "categories": ("public", "government", "optional"),
        "works": "Family Day",
        "confirmed": {
            2025: "as a department of the Government of Canada lists them for its staff (secondary source)",
            2026: "as a department of the Government of Canada lists them for its staff (secondary source)",
        },
        "unconfirmed": {
            2027: "computed from the rule; the list of that year was not looked up",
            2028: "computed from the rule; the list of that year was not looked up",
        },
    },
}
