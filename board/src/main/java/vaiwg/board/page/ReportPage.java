package vaiwg.board.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import vaiwg.board.Days;
import vaiwg.board.report.Edition;
import vaiwg.board.report.Report;

/** The report as HTML. It is well-formed XML too, holds all that it needs and no script; the same report gives the same text. */
public final class ReportPage {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, ReportPage.class.getClassLoader(), "vaiwg.board.page");

    private ReportPage() {}

    /** The whole report as one document. */
    public static String html(Report report) {
        return render("document.jte", Map.of("c", new Context(report, Links.WITHIN), "style", styles(report)));
    }

    public static String styles(Report report) {
        return Stylesheet.browser(foot(report));
    }

    /** At the foot of each printed page. */
    static String foot(Report report) {
        Edition edition = report.edition();
        String text = edition.forceTitle() + " · snapshot of " + Days.full(edition.asAt()) + " · "
                + EditionWords.status(edition);
        return edition.synthetic() ? text + " · " + EditionWords.SYNTHETIC : text;
    }

    static String render(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput(1 << 18);
        TEMPLATES.render(template, parameters, output);
        return legal(output.toString());
    }

    /** Without characters that no XML may hold, which a database may. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c ->
                        c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF) || c == '\n' || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
