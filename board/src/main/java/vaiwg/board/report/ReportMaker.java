package vaiwg.board.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import vaiwg.board.ReportException;
import vaiwg.board.Tier;
import vaiwg.board.figures.MeasureDictionary;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.kpis.catalogue.Priority;

/** Makes what a report says of what was published. */
public final class ReportMaker {
    /** What the Board reads, in order: a page without blocks is left out. */
    private static final List<Kind> PAGES = List.of(
            new Kind(FirstPage.ID, FirstPage::of),
            new Kind(MattersPage.ID, MattersPage::of),
            new Kind(RapePage.ID, RapePage::of),
            new Kind(AbusePage.ID, AbusePage::of),
            new Kind(OpenCasesPage.ID, OpenCasesPage::of),
            new Kind(VictimsPage.ID, VictimsPage::of),
            new Kind(PlacesPage.ID, PlacesPage::of),
            new Kind(WhatWorksPage.ID, WhatWorksPage::of),
            new Kind(PromisesPage.ID, PromisesPage::of),
            new Kind(TrustPage.ID, TrustPage::of));

    private record Kind(String id, Function<Facts, Page> page) {}

    private ReportMaker() {}

    /**
     * Reads a snapshot and makes its report as the readers of its tier see it.
     *
     * @param connection of a user with the role {@code vaiwg_reader}, of {@code vaiwg_conduct} for the restricted annex
     * @throws ReportException if a snapshot that is asked for was not published
     * @throws IllegalArgumentException for a restricted annex of the board's or the public tier: there is none
     * @throws SQLException if the database rejects, such as the restricted annex to a user without the role for it
     */
    public static Report make(Connection connection, ReportRequest request) throws SQLException {
        if (request.restricted() && request.tier() != Tier.INTERNAL) {
            throw new IllegalArgumentException("the restricted annex is of the internal tier only");
        }
        Material material = new MaterialReader(connection, request).read();
        Facts facts = new Facts(material, request.restricted());
        return request.restricted() ? restricted(facts) : open(facts);
    }

    /** "page 2" of one of the first two, which no report is without; "last page" of the last, since others before it may be left out. */
    static String numbered(String id) {
        int number = 1 + PAGES.stream().map(Kind::id).toList().indexOf(id);
        return number == PAGES.size() ? "last page" : "page " + number;
    }

    /** A report without conduct figures. */
    private static Report open(Facts facts) {
        List<Page> pages = PAGES.stream()
                .map(kind -> kind.page().apply(facts))
                .filter(page -> !page.blocks().isEmpty())
                .toList();
        Block shortfalls = Shortfalls.list(Shortfalls.of(facts), pages);
        Block help = MattersPage.help(facts.material().edition().tier());
        return new Report(
                facts.material().edition(),
                pages.stream()
                        .map(page -> page.id().equals(MattersPage.ID)
                                ? page.and(shortfalls).and(help)
                                : page)
                        .toList(),
                new MeasurePages(facts).make(measures(facts).filter(measure -> !measure.restricted())),
                facts.matters(),
                false);
    }

    /** The annex of conduct figures, and nothing else. */
    private static Report restricted(Facts facts) {
        Priority area = Priority.ofConduct();
        List<MeasureEntry> measures = facts.material().dictionary().ofArea(area.slug()).stream()
                .filter(MeasureEntry::restricted)
                .toList();
        Block figures = facts.table(
                "",
                measures.stream()
                        .flatMap(measure -> measure.parts().stream()
                                .flatMap(part -> facts.row(measure.kpi(), part, Facts.named(measure, part)))));
        Page page = Page.of(
                FirstPage.ID,
                area.title(),
                "Figures of conduct: for Professional Standards alone.",
                figures,
                reports(facts, area));
        return new Report(
                facts.material().edition(),
                List.of(page),
                new MeasurePages(facts).make(measures.stream()),
                List.of(),
                true);
    }

    private static Block reports(Facts facts, Priority area) {
        return new Block.Sentences(
                "What the lead reports",
                new LeadReport(facts.material())
                        .of(area).stream().map(MattersPage::sentence).toList());
    }

    private static Stream<MeasureEntry> measures(Facts facts) {
        MeasureDictionary dictionary = facts.material().dictionary();
        return dictionary.areas().stream().flatMap(area -> dictionary.ofArea(area.slug()).stream());
    }
}
