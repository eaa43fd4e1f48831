package org.breachregister.core.intake;

import org.breachregister.core.code.CodeOfPractice;
import org.breachregister.core.producer.Producers;
import org.breachregister.core.report.SubmittedReport;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// Fictional reports in each generation of the form, and a reader for them.
final class Samples {

    static final CodeOfPractice CODE = CodeOfPractice.load();
    static final Producers PRODUCERS = Producers.load();
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    static final ReportReader READER = new ReportReader(CODE, PRODUCERS, CLOCK);

    private Samples() {}

    static Reading reading(String text) {
        return READER.read(text.getBytes(StandardCharsets.UTF_8), "sample.txt");
    }

    static SubmittedReport report(String text) {
        return switch (reading(text)) {
            case Reading.Report(var report, _, _) -> report;
            case Reading.NotAReport(var reason) -> throw new AssertionError(reason);
            case Reading.Unreadable(var reason) -> throw new AssertionError(reason);
        };
    }

    /// Form A as plain text, its lines wrapped.
    static final String FORM_A =
            """
            BREACH OF THE CODE OF PRACTICE FOR OFFICIAL STATISTICS

            1 Background Information

            Name of Statistical Output (including web link if relevant)

            Lighthouse Keepers in Wales, June 2010 (http://wales.example.gov.uk/lamps?x=1)

            Name of Producer Organisation

            Welsh Assembly Government

            Name and contact details of person submitting this report, and date of report

            Angharad Penhaligon-Rees, Head of Profession, (01632) 960777
            21st July 2010

            2 Circumstances of Breach

            Relevant Principle/Protocol and Practice

            Protocol 2, Practice 8

            Date of occurrence

            12 and 13 July 2010

            Nature of breach (including links with previous breaches, if any)

            The bulletin on lamps lay on the counter of a library for most of two days before it was
            due. A retired keeper read it there and telephoned the branch.

            The branch had an earlier breach of the same kind, which it reported on 4 March 2009.

            Reasons for breach

            The courier was given the wrong day.

            3. Reactions and Impact (both within the producer body and outside)

            Nobody else asked for it.

            4. Corrective Actions taken to prevent reoccurrence of such a breach (include short-term
            actions, and long-term changes made to procedures)

            Couriers now sign for the day.

            The branch will write to the Authority about the couriers by the end of October 2010.

            5. Links to published statements about this breach

            http://wales.example.gov.uk/lamps/note

            6. Any other relevant supporting material

            None.
            """;

    /// Form B as Markdown.
    static final String FORM_B =
            """
            # BREACH OF THE CODE OF PRACTICE FOR OFFICIAL STATISTICS

            This document reports a breach of the Code of Practice for Official Statistics, or the relevant Orders.

            ## **1. Background information** Name of Statistical Output (including weblink to the relevant output or ‘landing page’)

            [Harbour Seals: spring quarter 2014](https://seals.example.gov.uk/q)

            **Name of Producer Organisation**

            Department for Transport (DfT)

            **Name and contact details of the statistical Head of Profession (Lead Official in an Arm’s Length Body) submitting this report, and date of report**

            Dr Ezekiel Thornbury-Nkemelu, Head of Profession, Gannet House, 4 Kittiwake Lane, Sandhaven, ZZ9 3QQ. [ezekiel.tn@seals.example.gov.uk](mailto:ezekiel.tn@seals.example.gov.uk)

            DATE: 9 May 2014

            ### 2. Circumstances of breach

            Relevant Principle/Protocol and Practice

            Protocol 2 - Release practices

            Date of occurrence

            2<sup>nd</sup> May 2014, article published 3 May 2014

            Nature of breach (including links with previous breaches, if any)

            The count of seals was read out at a regatta by the harbour master, Cuthbert Ravenscar. Mr Ravenscar had it from a draft.

            We know of no earlier breach.

            Reasons for breach

            1. The draft carried no marking.
            2. It lay in the office.

            ### 3. Reactions and impact (both within the producer body and outside)

            A sailing club put it in its newsletter.

            #### 4. Corrective actions taken to prevent reoccurrence of such a breach (include short-term actions, and long-term changes made to procedures)

            Drafts are marked. We will tell the Authority what came of it before Easter.

            #### 5. Links to published statements about this breach

            None.

            #### 6. Any other relevant supporting material

            None.
            """;

    /// Form C as a web page with furniture.
    static final String FORM_C =
            """
            <!DOCTYPE html><html><head><title>x</title><script>var a = "Date of breach report";</script></head><body>
            <nav><ul><li>Home</li></ul></nav>
            <main><h1>Breach report: puffins</h1>
            <table><tr><td><b>Information needed</b></td><td><b>Response</b></td></tr>
            <tr><td>Title and link to statistical output</td><td>Puffin Census 2021<br><a href="https://puffins.example.gov.uk/census">landing page</a></td></tr>
            <tr><td>Name of producer organisation</td><td>Scottish Government</td></tr>
            <tr><td>Name and contact details of person dealing with report</td><td>Ishbel Macfadyen-Oyelaran<br><a href="mailto:ishbel.mo@gov.example.scot">e-mail</a><br>Tel: 01632 960 914</td></tr>
            <tr><td>Name and contact details of Head of Profession for Statistics/Lead Official</td><td>Torquil Benbecula</td></tr>
            <tr><td>Link to published statement about the breach (if relevant)</td><td></td></tr>
            <tr><td>Date of breach report</td><td>01/04/21</td></tr></table>
            <table><tr><td>Relevant principle(s) and practice(s)</td><td>T3.6</td></tr>
            <tr><td>Date of occurrence of breach</td><td>29/3/21</td></tr></table>
            <p>Please give an account of what happened including roles of persons involved, dates and times:</p>
            <p>The census was late by an hour. Ishbel Macfadyen-Oyelaran could not log in.</p>
            <table><tr><td></td><td>2020</td><td>2021</td></tr><tr><td>Puffins</td><td>1,204</td><td>1,311</td></tr></table>
            <p><b>Impact</b></p><p>There was no impact.</p>
            <h3>Corrective action:</h3><ul><li>A second person has the key.</li><li>Torquil Benbecula will see to a spare by 30 June 2021.</li></ul>
            </main><footer>Contact: <a href="mailto:web@site.example.org">web@site.example.org</a></footer></body></html>
            """;

    /// Form C as text with labels glued to answers.
    static final String FORM_C_GLUED =
            """
            Information neededResponse
            Title and link to statistical outputToll Bridges in England 2020: www.tolls.example.gov.uk/2020
            Name of producer organisationDepartment for Transport
            Name and contact details of person dealing
            with reportPerpetua Nightingale-Osei
            01632960512
            Name and contact details of Head of Profession for Statistics or LeadEustace Fenwright
            Link to published statement about the breach
            (if relevant)N/A – nothing was seen early
            Date of breach report3/11/2020
            Relevant principle(s) and practice(s)Principle T3: Orderly releasePractice T3.4: eligible recipients only
            Date of occurrence of breach29 October 2020 to 30 October 2020
            The toll tables went to a crossing operator by mistake, who told us at once.

            Nothing was published. The list has been mended.

            Kind regards

            Perpetua Nightingale-Osei
            Toll statistics team
            """;

    /// Form C as Markdown with a table broken over lines.
    static final String FORM_C_MARKDOWN =
            """
            Information needed | Response |
            ---|---|
            Title and link to statistical output | Ferry Delays, Quarter 2 2023 (to be published 3/12/2023) |
            Name of producer organisation | DfE |
            Name and contact details of person dealing with report | Ambrose Quillfeather
            ambrose.quillfeather@economy.example.gov.uk |
            Name and contact details of Head of Profession for Statistics or Lead Official | |
            Link to published statement about the breach (if relevant) | |
            Date of breach report | 4 December 2023 |
            Information needed | Response |
            ---|---|
            Relevant principle(s) and practice(s) | T3 Orderly Release |
            Date of occurrence of breach | Monday 27th November, 2023 |

            Please give an account of what happened including roles of persons involved, dates and times:

            The ferry page of the Department for the Economy in Northern Ireland went live a week early.
            """;

    /// Form B inside a forwarded e-mail.
    static String forwarded() {
        var quoted = FORM_A.lines().map(line -> "> " + line).toList();
        return """
        From: Ottilie Brackenbury <ottilie.brackenbury@lamps.example.gov.uk>
        To: Good Practice Team <practice@stats.example.gov.uk>
        Subject: FW: lamps

        Please find the form below.

        """
                + String.join("\n", quoted)
                + "\n\n--\nThis e-mail is for its addressee only. Call 01632 960 001.\n";
    }
}
