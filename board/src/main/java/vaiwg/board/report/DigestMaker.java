package vaiwg.board.report;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import vaiwg.board.Tier;
import vaiwg.board.figures.MeasureEntry;
import vaiwg.board.figures.PublishedReader.FedStream;
import vaiwg.board.figures.PublishedVerdict.TargetState;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.time.LondonDays;

/** Makes the digests of owners: the matters of the report, by area. */
public final class DigestMaker {
    private final Material material;
    private final LocalDate since;
    private final OpenMatters open;
    private final ClosedMatters closed;

    private DigestMaker(Material material, LocalDate since) {
        this.material = material;
        this.since = since;
        this.open = new OpenMatters(material);
        this.closed = new ClosedMatters(material);
    }

    /**
     * A digest for each area, those of sites last, as all was known at the midnight of the as-at: whenever it is made it is the same.
     *
     * @param connection of a user with the role {@code vaiwg_reader}
     * @param since the as-at of the digest before
     * @throws vaiwg.board.ReportException if the snapshot was not published
     */
    public static List<OwnerDigest> make(Connection connection, String force, LocalDate asAt, LocalDate since)
            throws SQLException {
        ReportRequest request = new ReportRequest(
                force, asAt, Optional.empty(), Tier.INTERNAL, Optional.empty(), LondonDays.startOf(asAt), false);
        DigestMaker maker = new DigestMaker(new MaterialReader(connection, request).read(), since);
        return maker.material.dictionary().areas().stream().map(maker::of).toList();
    }

    private OwnerDigest of(Priority area) {
        List<MeasureEntry> measures = material.dictionary().ofArea(area.slug());
        return new OwnerDigest(
                material.edition(),
                since,
                area.slug(),
                area.title(),
                measures.stream().findFirst().map(MeasureEntry::owner).orElse(area.owner()),
                matters(area, this::isNew),
                matters(area, matter -> !isNew(matter) && !isAnswered(matter)),
                matters(area, matter -> !isNew(matter) && isAnswered(matter)),
                material.closedMatters().stream()
                        .filter(matter -> matter.area().equals(area.slug())
                                && ClosedMatters.endedOn(matter).isAfter(since))
                        .map(matter -> new OwnerDigest.Ended(
                                matter.what(), ClosedMatters.endedOn(matter), closed.isWithdrawn(matter)))
                        .toList(),
                material.streams().stream()
                        .filter(stream ->
                                measures.stream().map(MeasureEntry::kpi).anyMatch(stream.kpis()::contains))
                        .map(FedStream::sentence)
                        .toList(),
                OptionalInt.of(shortOf(measures)));
    }

    private int shortOf(List<MeasureEntry> measures) {
        return (int) measures.stream()
                .flatMap(measure -> measure.parts().stream().map(part -> material.verdict(measure.kpi(), part)))
                .filter(verdict -> verdict.target() == TargetState.SHORT)
                .count();
    }

    private List<Matter> matters(Priority area, Predicate<Matter> chosen) {
        return material.matters().stream()
                .filter(matter -> matter.area().equals(area.slug()))
                .map(open::matter)
                .filter(chosen)
                .toList();
    }

    private boolean isNew(Matter matter) {
        return matter.raised().isAfter(since);
    }

    private static boolean isAnswered(Matter matter) {
        return matter.answer().isPresent();
    }
}
