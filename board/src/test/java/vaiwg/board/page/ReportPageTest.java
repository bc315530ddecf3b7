package vaiwg.board.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import vaiwg.board.report.Page;
import vaiwg.board.report.Report;
import vaiwg.board.report.SampleReport;

class ReportPageTest {
    static final String HOSTILE = "</style><script>alert(1)</script>\"'><img src=x onerror=y>&amp;]]>\u0000\u0007";

    static List<Report> samples() {
        return List.of(SampleReport.usual(), SampleReport.little());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_report_has_one_first_heading_landmarks_and_ids_to_which_every_link_leads(Report report) throws Exception {
        Document document = parsed(ReportPage.html(report));
        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en-GB");
        assertThat(elements(document, "h1")).hasSize(1);
        assertThat(elements(document, "main")).hasSize(1);
        assertThat(elements(document, "nav")).hasSize(1);
        List<String> ids = elements(document, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(elements(document, "a"))
                .allSatisfy(link ->
                        assertThat(ids).contains(link.getAttribute("href").substring(1)));
        assertThat(elements(document, "section"))
                .allSatisfy(section -> assertThat(ids).contains(section.getAttribute("aria-labelledby")));
        assertThat(elements(document, "section").stream().map(section -> section.getAttribute("id")))
                .containsExactlyElementsOf(report.pages().stream().map(Page::id).toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tables_have_captions_and_heads_with_a_scope(Report report) throws Exception {
        Document document = parsed(ReportPage.html(report));
        assertThat(elements(document, "th"))
                .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("row", "col", "rowgroup"));
        assertThat(elements(document, "table"))
                .allSatisfy(table -> assertThat(
                                table.getElementsByTagName("caption").getLength())
                        .isEqualTo(1));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_chart_says_what_it_shows_and_every_icon_is_silent(Report report) throws Exception {
        Document document = parsed(ReportPage.html(report));
        assertThat(elements(document, "svg")).allSatisfy(picture -> {
            if (picture.getAttribute("role").equals("img")) {
                assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                        .isNotBlank();
            } else {
                assertThat(picture.getAttribute("aria-hidden")).isEqualTo("true");
            }
        });
    }

    @Test
    void a_report_has_pictures() throws Exception {
        assertThat(elements(parsed(ReportPage.html(SampleReport.usual())), "svg"))
                .hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothing_is_asked_of_anywhere_and_nothing_is_run(Report report) throws Exception {
        String html = ReportPage.html(report);
        assertThat(html.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain(
                        "http:", "https:", "url(", "@import", "src=", "<script", "<link", "<iframe", "javascript:");
        assertThat(elements(parsed(html), "*")).allSatisfy(element -> {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void no_text_is_smaller_than_12_px(Report report) {
        String html = ReportPage.html(report);
        Pattern.compile("(?:font-size[:=]\\s*\"?|font:[^;}]*?)([0-9.]+)px")
                .matcher(html)
                .results()
                .forEach(size -> assertThat(Double.parseDouble(size.group(1)))
                        .as(size.group())
                        .isGreaterThanOrEqualTo(12));
        Pattern.compile("font-size=\"([0-9.]+)")
                .matcher(html)
                .results()
                .forEach(size -> assertThat(Double.parseDouble(size.group(1))).isGreaterThanOrEqualTo(12));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothing_unknown_is_printed_as_it_is_in_java(Report report) {
        assertThat(ReportPage.html(report)).doesNotContain("NaN", "null", "Optional", "Infinity", "-0.0");
    }

    @Test
    void the_same_report_is_the_same_text() {
        assertThat(ReportPage.html(SampleReport.usual())).isEqualTo(ReportPage.html(SampleReport.usual()));
    }

    @Test
    void a_restricted_annex_says_so_before_its_first_figure() {
        Report report = SampleReport.usual();
        String html = ReportPage.html(
                new Report(report.edition(), report.pages(), report.measures(), report.matters(), true));
        assertThat(html).contains("restricted annex", "RESTRICTED: figures of conduct");
        assertThat(html.indexOf("RESTRICTED")).isLessThan(html.indexOf("<table"));
        assertThat(ReportPage.html(report)).doesNotContain("RESTRICTED");
    }

    /** Where it is answered there is its cause, and what is done. */
    @Test
    void a_matter_says_what_is_asked_of_its_owner_as_long_as_there_is_no_answer() {
        assertThat(ReportPage.html(SampleReport.usual()))
                .containsOnlyOnce("Act: find the cause. No answer yet.")
                .containsOnlyOnce("Act: find the cause");
    }

    @Test
    void a_document_without_a_server_has_no_pages_of_measures_and_no_link_to_one() {
        assertThat(ReportPage.html(SampleReport.usual())).doesNotContain("measure-");
    }

    @Test
    void hostile_words_of_a_database_stay_words() throws Exception {
        String html = ReportPage.html(SampleReport.titled(HOSTILE));
        assertThat(html).doesNotContain("<script", "<img", "\u0000", "\u0007");
        Document document = parsed(html);
        assertThat(elements(document, "style")).hasSize(1);
        assertThat(document.getDocumentElement().getTextContent()).contains("<script>alert(1)</script>");
    }

    static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
