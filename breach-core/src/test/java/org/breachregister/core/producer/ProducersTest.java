package org.breachregister.core.producer;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

class ProducersTest {

    private static final Producers PRODUCERS = Producers.load();

    /// `\n` stands for a line break, `_` for a no-break space.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Ministry of Justice | Ministry of Justice | exact
                    MINISTRY OF JUSTICE | Ministry of Justice | normalised
                    the Ministry of Justice (MoJ) | Ministry of Justice | normalised
                    MOJ | Ministry of Justice | abbreviation
                    M.O.D. | Ministry of Defence | abbreviation
                    Her Majesty’s Treasury | HM Treasury | normalised
                    H.M. Treasury | HM Treasury | normalised
                    His Majesty's Revenue & Customs | HM Revenue and Customs | normalised
                    HM Revenue and | HM Revenue and Customs | cut short
                    Dept for Environment, Food & Rural Affairs | Department for Environment, Food and Rural Affairs | normalised
                    Department for Environment Food and Rural Affairs | Department for Environment, Food and Rural Affairs | normalised
                    Department for Environment, Food and Rural | Department for Environment, Food and Rural Affairs | cut short
                    DEFRA | Department for Environment, Food and Rural Affairs | abbreviation
                    Department_for_Culture,_Media_and_Sport | Department for Culture, Media and Sport | exact
                    Department for Digital, Culture, Media & Sport | Department for Culture, Media and Sport | normalised
                    Department of Culture, Media and Sport (DCMS) | Department for Culture, Media and Sport | alias
                    Student Loans Company Ltd | Student Loans Company | normalised
                    Department for Communities and Local Government | Department for Communities and Local Government | exact
                    Department for Levelling Up, Housing and Communities (DLUHC) | Department for Levelling Up, Housing and Communities | normalised
                    Department for Levelling-Up Housing & Communities | Department for Levelling Up, Housing and Communities | normalised
                    Welsh Assembly Government | Welsh Government | normalised
                    Llywodraeth Cynulliad Cymru / Welsh Assembly Government | Welsh Government | normalised
                    Llywodraeth Cymru | Welsh Government | alias
                    Scottish Executive | Scottish Government | normalised
                    Office of Rail Regulation | Office of Rail and Road | normalised
                    NHS D | NHS Digital | abbreviation
                    The NHS Information Centre for health and social care | NHS Information Centre | alias
                    HESA - Higher Education Statistics Agency | Higher Education Statistics Agency | alias
                    Office of Qualifications and Examinations Regulation (Ofqual) | Ofqual | alias
                    ISD Scotland | Information Services Division, NHS National Services Scotland | alias
                    NI Statistics and Research Agency (NISRA) | Northern Ireland Statistics and Research Agency | normalised
                    Defence Statistics (Health)\\nMinistry of Defence | Ministry of Defence | unit in body
                    Ministry of Defence, Analysis Tri-Service | Ministry of Defence | unit in body
                    MoD, Analysis Directorate | Ministry of Defence | unit in body
                    DASA | Ministry of Defence | unit in body
                    Statistics and Research Branch (SRB)\\nThe Executive Office (TEO) | The Executive Office | unit in body
                    Analysis, Statistics & Research Branch (ASRB) Department for Infrastructure | Department for Infrastructure | unit in body
                    SG Labour Market Statistics team | Scottish Government | unit in body
                    HAIB, Department of Health NI | Department of Health (NI) | unit in body
                    DHSC (OHID) | Department of Health and Social Care | unit in body
                    Office for Health Improvement and Disparities | Office for Health Improvement and Disparities | exact
                    Scottish Government (Transport Scotland) | Scottish Government | unit in body
                    National Offender Management Service (Ministry of Justice) | National Offender Management Service | agency of
                    MoJ: HMPPS | HM Prison and Probation Service | agency of
                    BERR : Insolvency Service | The Insolvency Service | agency of
                    HMT - Insolvency Service | The Insolvency Service | agency of
                    HMT – Insolvency Service | The Insolvency Service | agency of
                    The Insolvency Service (an agency of BERR) | The Insolvency Service | agency of
                    Department for Business Enterprise & Regulatory Reform (BERR) : Insolvency Service | The Insolvency Service | agency of
                    Land & Property Services, Department of Finance | Land & Property Services | agency of
                    Department for the Economy (DfE) | Department for the Economy | normalised
                    Department for Education (DfE) | Department for Education | normalised
                    Department for Education (England) | Department for Education | alias
                    DfE (NI) | Department for the Economy | abbreviation
                    Hospital Information Branch, Information & Analysis Directorate, Department of Health, NI | Department of Health (NI) | unit in body
                    Health and Social Care Information Centre (HSCIC), trading as NHS Digital | Health and Social Care Information Centre | normalised
                    Defra / APHA | Animal and Plant Health Agency | agency of
                    DoH (NI) | Department of Health (NI) | abbreviation
                    Department of Health, Northern Ireland | Department of Health (NI) | normalised
                    Department for Education, Northern Ireland | Department of Education (NI) | alias
                    DfC (Northern Ireland) | Department for Communities | abbreviation
                    DoJ | Department of Justice (NI) | abbreviation
                    Health and Safety Executive Northern Ireland | Health and Safety Executive for Northern Ireland | alias
                    NHS England (formerly NHS Digital) | NHS England | normalised
                    Office for National Statistics (report made by the Department for Work and Pensions) | Office for National Statistics | normalised
                    Office for National Statistics https://www.ons.gov.uk/ | Office for National Statistics | exact
                    **Office for National Statistics** | Office for National Statistics | exact
                    """)
    void recognisesTheBody(String field, String canonical, String rule) {
        var found = match(field, "", null);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().canonical()).isEqualTo(canonical);
        assertThat(found.getFirst().candidates()).isEmpty();
        assertThat(found.getFirst().rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HM Revenue & Customs (HMRC) and the Office for National Statistics (ONS) | HM Revenue & Customs (HMRC)=HM Revenue and Customs; Office for National Statistics (ONS)=Office for National Statistics
                    Office for National Statistics (ONS) and Her Majesty’s Treasury (HMT) | Office for National Statistics (ONS)=Office for National Statistics; Her Majesty’s Treasury (HMT)=HM Treasury
                    JNCC is the producer, however jointly with Defra | JNCC=Joint Nature Conservation Committee; Defra=Department for Environment, Food and Rural Affairs
                    Joint Nature Conservation Committee (JNCC) and Department for Environment Food and Rural Affairs | Joint Nature Conservation Committee (JNCC)=Joint Nature Conservation Committee; Department for Environment Food and Rural Affairs=Department for Environment, Food and Rural Affairs
                    NISRA, Department for Communities and the Department of Finance | NISRA=Northern Ireland Statistics and Research Agency; Department for Communities=Department for Communities; Department of Finance=Department of Finance (NI)
                    ONS, NRS and NISRA | ONS=Office for National Statistics; NRS=National Records of Scotland; NISRA=Northern Ireland Statistics and Research Agency
                    ONS / Scottish Government | ONS=Office for National Statistics; Scottish Government=Scottish Government
                    Ministry of Justice\\nHome Office | Ministry of Justice=Ministry of Justice; Home Office=Home Office
                    Youth Justice Board / Ministry of Justice | Youth Justice Board=Youth Justice Board for England and Wales; Ministry of Justice=Ministry of Justice
                    DCMS, Arts Council England and Sport England | DCMS=Department for Culture, Media and Sport; Arts Council England=Arts Council England; Sport England=Sport England
                    Ministry of Justice & Home Office | Ministry of Justice=Ministry of Justice; Home Office=Home Office
                    Ministry of Justice and HM Prison and Probation Service | Ministry of Justice=Ministry of Justice; HM Prison and Probation Service=HM Prison and Probation Service
                    The Insolvency Service together with Companies House | The Insolvency Service=The Insolvency Service; Companies House=Companies House
                    Housing Branch, DCLG and Statistics Team, Home Office | Housing Branch, DCLG=Department for Communities and Local Government; Statistics Team, Home Office=Home Office
                    ONS and University of Southampton | ONS=Office for National Statistics; University of Southampton=null
                    University of Southampton and ONS | University of Southampton=null; ONS=Office for National Statistics
                    Department for Education and Skills Funding Agency | Department for Education=Department for Education; Skills Funding Agency=Skills Funding Agency
                    """)
    void tellsJointProducersApart(String field, String expected) {
        assertThat(
                        match(field, "", null).stream()
                                .map(entry -> entry.asWritten() + "=" + entry.canonical())
                                .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transition to Net Zero: The Low Emissions Vehicles Sector",
                "Scottish Government Housing Statistics Quarterly Update 2012",
                "Annual Survey of Hours and Earnings",
                "Department of Health and Children",
                "Department for Education and",
                "Department of Health and Social",
                "Health and Safety Executive Ireland Ltd Authority",
                "Office for National",
                "Department",
                "Statistics Branch",
                "Ministry of Justise",
                "XYZ",
                "-",
                "N/A"
            })
    void leavesWhatNamesNoKnownBodyOpen(String field) {
        var found = match(field, "", null);

        assertThat(found).allMatch(entry -> entry.id() == null && entry.canonical() == null);
        assertThat(found.stream().map(ReportedProducer::confidence)).allMatch(it -> it == 0.0);
    }

    @Test
    void offersBodiesThatShareTellingWords() {
        var found = match("Ministry of Justise and Prisons", "", null).getFirst();

        assertThat(found.id()).isNull();
        assertThat(found.asWritten()).isEqualTo("Ministry of Justise and Prisons");
        assertThat(match("Net Zero Department", "", null).getFirst().candidates())
                .contains(id("department-for-energy-security-and-net-zero"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00A0\n", " , - "})
    void findsNothingInAnEmptyField(String field) {
        assertThat(PRODUCERS.match(field, "", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DfE | https://www.economy-ni.gov.uk/articles/facts | 2021-03-11 | Department for the Economy | abbreviation in context
                    DfE | School workforce in England | 2020-06-24 | Department for Education | abbreviation in context
                    DfE | someone@education.gov.uk | 2020-06-24 | Department for Education | abbreviation in context
                    DfE | Participation in Northern Ireland | 2020-06-24 | Department for the Economy | abbreviation in context
                    DfE | | 2014-06-24 | Department for Education | abbreviation
                    DfE | | 2020-06-24 | null | ambiguous abbreviation
                    DfE | England and Northern Ireland compared | 2020-06-24 | null | ambiguous abbreviation
                    DoH | Waiting times in Northern Ireland | 2017-03-01 | Department of Health (NI) | abbreviation in context
                    DoH | | 2017-03-01 | null | ambiguous abbreviation
                    Department of Health | | 2011-05-23 | Department of Health | exact
                    Department of Health | Waiting times in Northern Ireland | 2018-03-01 | Department of Health (NI) | name in context
                    Department of Health | | 2017-03-01 | null | ambiguous name
                    Department of Education | School meals in Northern Ireland | 2017-03-01 | Department of Education (NI) | name in context
                    Department of Education | | 2017-03-01 | null | ambiguous name
                    NHS England | | 2019-03-01 | NHS England | exact
                    MHCLG | | 2019-03-01 | Ministry of Housing, Communities and Local Government | abbreviation
                    MHCLG | | 2025-03-01 | Ministry of Housing, Communities and Local Government | abbreviation
                    """)
    void readsNamesOfSeveralBodiesOnlyByDayAndContext(
            String field, @Nullable String context, LocalDate on, String canonical, String rule) {
        var found = match(field, context == null ? "" : context, on).getFirst();

        assertThat(String.valueOf(found.canonical())).isEqualTo(canonical);
        assertThat(found.rule()).isEqualTo(rule);
        if (rule.endsWith("in context")) {
            assertThat(found.confidence()).isLessThan(0.8);
        }
        if (rule.startsWith("ambiguous")) {
            assertThat(found.candidates()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void takesTheBodyThatHeldTheNameThen() {
        assertThat(match("NHS England", "", LocalDate.of(2019, 1, 1)).getFirst().id())
                .isEqualTo(id("nhs-england"));
        assertThat(match("NHS England", "", LocalDate.of(2024, 1, 1)).getFirst().id())
                .isEqualTo(id("nhs-england-2023"));
        assertThat(match("NHS England", "", null).getFirst().id())
                .isEqualTo(id("nhs-england-2023"));
    }

    @Test
    void writesUnitAndBodyOnOneLine() {
        assertThat(match("Defence Statistics (Health)\\nMinistry of Defence", "", null))
                .extracting(ReportedProducer::asWritten)
                .containsExactly("Defence Statistics (Health) Ministry of Defence");
        assertThat(match("Llywodraeth Cynulliad Cymru / Welsh Assembly Government", "", null))
                .extracting(ReportedProducer::asWritten)
                .containsExactly("Llywodraeth Cynulliad Cymru / Welsh Assembly Government");
    }

    @Test
    void followsALineageThroughTheSamePartsOnly() {
        assertThat(lineage("department-of-energy-and-climate-change"))
                .isEqualTo(
                        ids(
                                "department-of-energy-and-climate-change",
                                "department-for-business-energy-and-industrial-strategy",
                                "department-for-energy-security-and-net-zero"));
        assertThat(lineage("department-for-energy-security-and-net-zero"))
                .isEqualTo(lineage("department-of-energy-and-climate-change"));
        assertThat(lineage("department-for-education"))
                .contains(id("department-for-children-schools-and-families"))
                .doesNotContain(id("department-for-the-economy"));
        assertThat(lineage("department-for-the-economy"))
                .isEqualTo(
                        ids(
                                "department-for-the-economy",
                                "department-of-enterprise-trade-and-investment",
                                "department-for-employment-and-learning"));
        assertThat(lineage("nhs-digital"))
                .contains(id("nhs-england-2023"), id("nhs-information-centre"))
                .doesNotContain(id("nhs-england"));
        assertThat(lineage("nhs-england")).doesNotContain(id("nhs-digital"));
        assertThat(lineage("natural-resources-wales")).doesNotContain(id("environment-agency"));
        assertThat(lineage("food-standards-scotland")).isEqualTo(ids("food-standards-scotland"));
        assertThat(lineage("department-for-communities-and-local-government"))
                .contains(
                        id("ministry-of-housing-communities-and-local-government"),
                        id("department-for-levelling-up-housing-and-communities"));
        assertThat(lineage("the-insolvency-service".substring(4)))
                .isEqualTo(ids("insolvency-service"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    BEIS | Energy Trends | DESNZ | UK energy in brief | true
                    BEIS | Energy Trends | DBT | Business population estimates | false
                    BIS | Further education and skills | DfES | Student support | true
                    BIS | Business population estimates | Department for Education | School workforce | false
                    BIS | Learner participation in skills | Department for Education | GCSE results | false
                    BIS | Learner participation in skills | Department for Education | Apprenticeships | true
                    BIS | Business population estimates | DECC | Energy Trends | false
                    PHE | Influenza surveillance | UKHSA | Influenza surveillance | true
                    PHE | Influenza surveillance | DHSC | Adult social care activity | false
                    DCLG | House building | MHCLG | House building | true
                    NHS Digital | Hospital admissions | nhs-england | Waiting times | false
                    DSD | Benefit fraud | DEL | Benefit take-up | false
                    FSA | Hygiene ratings | FSS | Hygiene ratings | false
                    """)
    void tellsWhetherTwoProducersAreOneLine(
            String one, String outputOfOne, String other, String outputOfOther, boolean same) {
        var first = PRODUCERS.named(one).getFirst();
        var second = PRODUCERS.named(other).getFirst();

        assertThat(PRODUCERS.sameLine(first, outputOfOne, second, outputOfOther)).isEqualTo(same);
        assertThat(PRODUCERS.sameLine(second, outputOfOther, first, outputOfOne)).isEqualTo(same);
    }

    @Test
    void isInTheLineageOfWhateverIsInItsOwn() {
        for (var body : PRODUCERS.all()) {
            for (var relative : PRODUCERS.lineage(body.id())) {
                assertThat(PRODUCERS.lineage(relative))
                        .as("%s is in the lineage of %s", relative, body.id())
                        .contains(body.id());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "department-of-energy-and-climate-change, department-for-energy-security-and-net-zero",
        "nhs-information-centre, nhs-england-2023",
        "department-for-communities-and-local-government,"
                + " ministry-of-housing-communities-and-local-government",
        "department-for-levelling-up-housing-and-communities,"
                + " ministry-of-housing-communities-and-local-government",
        "department-for-children-schools-and-families, department-for-education",
        "department-for-business-innovation-and-skills,"
                + " department-for-business-innovation-and-skills",
        "ministry-of-justice, ministry-of-justice",
        "information-services-division-nhs-national-services-scotland, public-health-scotland"
    })
    void knowsWhichBodyCarriesOnTheWork(String then, String today) {
        assertThat(PRODUCERS.currentBody(id(then)).id()).isEqualTo(id(today));
    }

    @Test
    void understandsWhatAPersonCallsABody() {
        assertThat(PRODUCERS.named("ministry-of-justice"))
                .containsExactly(id("ministry-of-justice"));
        assertThat(PRODUCERS.named("moj")).containsExactly(id("ministry-of-justice"));
        assertThat(PRODUCERS.named("Welsh Assembly Government"))
                .containsExactly(id("welsh-government"));
        assertThat(PRODUCERS.named("dfe"))
                .containsExactlyInAnyOrder(
                        id("department-for-education"), id("department-for-the-economy"));
        assertThat(PRODUCERS.named("NHS England"))
                .containsExactlyInAnyOrder(id("nhs-england"), id("nhs-england-2023"));
        assertThat(PRODUCERS.named("Ministry of Silly Walks")).isEmpty();
        assertThat(PRODUCERS.named("")).isEmpty();
    }

    @Test
    void findsEveryBodyByEveryNameItHas() {
        for (var body : PRODUCERS.all()) {
            assertThat(PRODUCERS.named(body.name())).as(body.name()).contains(body.id());
            for (var spelling : body.spellings()) {
                assertThat(PRODUCERS.named(spelling)).as(spelling).contains(body.id());
            }
        }
    }

    /// Names, their pieces and noise thrown together must neither fail nor invent words.
    @Test
    void survivesAnyField() {
        var seed = Long.getLong("test.seed", 20260105L);
        var random = new Random(seed);
        var bodies = PRODUCERS.all();
        var noise =
                List.of(
                        " and ",
                        ", ",
                        "\n",
                        " (",
                        ") ",
                        " - ",
                        ": ",
                        " / ",
                        "&",
                        "the ",
                        "NI",
                        "jointly with ",
                        "Statistics Branch",
                        "\u00A0",
                        "'",
                        "\uD83D",
                        "@",
                        "http://",
                        "formerly ",
                        "[",
                        "]]",
                        "\u0000",
                        "é",
                        "1",
                        " of ");
        for (var i = 0; i < 5_000; i++) {
            var field = new StringBuilder();
            for (var part = random.nextInt(8); part >= 0; part--) {
                var body = bodies.get(random.nextInt(bodies.size()));
                var name = body.name();
                switch (random.nextInt(4)) {
                    case 0 -> field.append(name);
                    case 1 -> field.append(name, 0, random.nextInt(name.length() + 1));
                    case 2 ->
                            field.append(
                                    body.spellings().isEmpty()
                                            ? name
                                            : body.spellings().getFirst());
                    default -> field.append(noise.get(random.nextInt(noise.size())));
                }
                field.append(noise.get(random.nextInt(noise.size())));
            }
            var written = folded(field.toString());
            for (var entry : PRODUCERS.match(field.toString(), "", null)) {
                for (var word : folded(entry.asWritten()).split(" ")) {
                    assertThat(written).as("seed %d, field '%s'", seed, field).contains(word);
                }
                assertThat(entry.canonical() == null).isEqualTo(entry.id() == null);
                assertThat(entry.confidence()).isBetween(0.0, 1.0);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ministry of Justice, ",
                "Department for ",
                "ONS and ",
                "((((",
                "a@",
                "x",
                "the and ",
                "Statistics and Research Branch (SRB)\n",
                "DfE "
            })
    void answersAHugeFieldInTime(String piece) {
        var field = piece.repeat(100_000 / piece.length());
        var start = System.nanoTime();
        PRODUCERS.match(field, field, null);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private static String folded(String text) {
        return Arrays.stream(text.replace('\u00A0', ' ').strip().split("\\s+"))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    private static List<ReportedProducer> match(
            String field, String context, @Nullable LocalDate on) {
        return PRODUCERS.match(field.replace("\\n", "\n").replace('_', '\u00A0'), context, on);
    }

    private static Set<ProducerId> lineage(String id) {
        return PRODUCERS.lineage(id(id));
    }

    private static ProducerId id(String id) {
        return new ProducerId(id);
    }

    private static Set<ProducerId> ids(String... ids) {
        return Arrays.stream(ids).map(ProducerId::new).collect(Collectors.toSet());
    }
}
