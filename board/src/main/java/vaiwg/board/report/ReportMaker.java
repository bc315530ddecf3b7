package vaiwg.board.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vaiwg.board.report.Matters.OpenMatter;
import vaiwg.kpis.catalogue.Priority;

/** Makes what a report says of what was published. */
public final class ReportMaker {
    private ReportMaker() {}

    /**
     * Reads a snapshot and makes its report.
     *
     * @param connection of a user with the role {@code vaiwg_reader}, of {@code vaiwg_conduct} for the restricted annex
     * @throws vaiwg.board.ReportException if a snapshot that is asked for was not published
     * @throws SQLException if the database rejects, such as the restricted annex to a user without the role for it
     */
    public static Report make(Connection connection, ReportRequest request) throws SQLException {
        Material material = new MaterialReader(connection, request).read();
        return request.restricted() ? restricted(material) : open(material);
    }

    /** A report without conduct figures. */
    static Report open(Material material) {
        List<OpenMatter> matters = new Matters(material).open();
        AreaPageMaker areas = new AreaPageMaker(material, matters, false);
        RevisionsPage revisions = new RevisionsMaker(material).make();
        return new Report(
                material.edition(),
                new SummaryMaker(material, matters, false).make(),
                Arrays.stream(Priority.values()).map(areas::make).toList(),
                new CharacteristicsMaker(material).make(),
                new SignalsMaker(material, matters).make(),
                new GovernanceMaker(material, matters).make(),
                revisions,
                new QualityMaker(material, revisions).make(),
                new AnnexMaker(material).make(),
                false);
    }

    /** The annex of conduct figures, and nothing else. */
    static Report restricted(Material material) {
        AreaPageMaker areas = new AreaPageMaker(material, List.of(), true);
        Statement none = AreaLead.conduct();
        AreaPage page = areas.make(Priority.OUR_BEHAVIOUR);
        return new Report(
                material.edition(),
                new SummaryMaker(material, List.of(), true).make(),
                List.of(page),
                Optional.empty(),
                new SignalsPage(none, List.of(), List.of(), List.of(), List.of(), ""),
                Optional.empty(),
                new RevisionsPage(none, List.of(), List.of()),
                new QualityPage(
                        page.owner(), List.of(), List.of(), List.of(QualityMaker.SMALL_NUMBERS), definitions(material)),
                List.of(),
                true);
    }

    private static List<QualityPage.Definition> definitions(Material material) {
        return material.dictionary().ofArea(Priority.OUR_BEHAVIOUR.slug()).stream()
                .filter(measure -> measure.restricted())
                .map(measure -> new QualityPage.Definition(measure.title(), measure.definition()))
                .toList();
    }
}
