package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vaiwg.kpis.catalogue.Catalogue;

/** What the ids of lines of values and of their packs stand for: those of this build, and others that the database knows. */
public final class SeriesNames {
    private static final String COLUMNS = "s.kpi, s.basis, s.\"window\", s.slice, s.definition_hash, s.restricted";
    private static final String OF_SERIES = "SELECT " + COLUMNS + " FROM kpi_series s WHERE series_id = ?";
    private static final String OF_PLACE = "SELECT " + COLUMNS
            + " FROM kpi_pack_place JOIN kpi_series s USING (series_id) WHERE pack_id = ? AND place = ?";
    private static final String OF_PACK = "SELECT " + COLUMNS
            + " FROM kpi_pack_place JOIN kpi_series s USING (series_id) WHERE pack_id = ? ORDER BY place LIMIT 1";
    private static final String FORCES = "SELECT series_id, force FROM kpi_series"
            + " UNION SELECT pack_id, force FROM kpi_pack_place JOIN kpi_series USING (series_id)";

    private final Connection connection;
    private final Catalogue catalogue;
    private final ValuePacks packs;
    private final Map<String, OfForce> forces = new HashMap<>();
    private final Map<Asked, Optional<SeriesName>> answers = new HashMap<>();

    public SeriesNames(Connection connection, Catalogue catalogue) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.packs = new ValuePacks(catalogue);
    }

    /** Those of this build, of one force. */
    private record OfForce(Map<Long, SeriesName> series, Map<Long, int[]> slotsOfPacks) {}

    private record Asked(String query, long id, int place) {}

    /** The force of every line and pack that the database knows. */
    public static Map<Long, String> forces(Connection connection) throws SQLException {
        Map<Long, String> forces = new HashMap<>();
        Query.forEach(
                connection,
                FORCES,
                row -> forces.put(row.getLong(1), row.getString(2).intern()));
        return forces;
    }

    /** Empty where nobody knows the line. */
    public Optional<SeriesName> ofSeries(String force, OptionalLong id) throws SQLException {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        SeriesName known = force(force).series().get(id.getAsLong());
        return known == null ? ask(new Asked(OF_SERIES, id.getAsLong(), 0)) : Optional.of(known);
    }

    /** The first line that is in a pack, all of which are of one measure; empty where nobody knows the pack. */
    public Optional<SeriesName> ofPack(String force, long pack) throws SQLException {
        OptionalInt slot = slot(force, pack, 0);
        return slot.isPresent() ? Optional.of(ofSlot(force, slot)) : ask(new Asked(OF_PACK, pack, 0));
    }

    /**
     * Likewise of a place in a pack.
     *
     * @param place from 0
     */
    public Optional<SeriesName> ofPlace(String force, long pack, int place) throws SQLException {
        OptionalInt slot = slot(force, pack, place);
        return slot.isPresent() ? Optional.of(ofSlot(force, slot)) : ask(new Asked(OF_PLACE, pack, place + 1));
    }

    private SeriesName ofSlot(String force, OptionalInt slot) {
        return SeriesName.of(Series.ofSlot(catalogue, force, slot.getAsInt()));
    }

    /** The slot of this build's catalogue that lies there; empty where the pack is another build's. */
    public OptionalInt slot(String force, long pack, int place) {
        int[] slots = force(force).slotsOfPacks().get(pack);
        return slots == null || place >= slots.length ? OptionalInt.empty() : OptionalInt.of(slots[place]);
    }

    private Optional<SeriesName> ask(Asked asked) throws SQLException {
        Optional<SeriesName> known = answers.get(asked);
        if (known == null) {
            known = answer(asked);
            answers.put(asked, known);
        }
        return known;
    }

    private Optional<SeriesName> answer(Asked asked) throws SQLException {
        Object[] values = asked.place() > 0 ? new Object[] {asked.id(), asked.place()} : new Object[] {asked.id()};
        return Query.rows(
                        connection,
                        asked.query(),
                        row -> new SeriesName(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getBoolean(6)),
                        values)
                .stream()
                .findFirst();
    }

    private OfForce force(String force) {
        return forces.computeIfAbsent(force, this::known);
    }

    private OfForce known(String force) {
        SlotSeries ids = new SlotSeries(catalogue, packs, SeriesWriter.unwritten());
        Map<Long, SeriesName> series = new HashMap<>();
        for (int slot = 0; slot < catalogue.slots(); slot++) {
            series.put(ids.id(force, slot), SeriesName.of(Series.ofSlot(catalogue, force, slot)));
        }
        for (int slot = 0; slot < catalogue.estimates().slots(); slot++) {
            Series estimate = Series.ofEstimate(catalogue, force, slot);
            series.put(estimate.id(), SeriesName.of(estimate));
        }
        Map<Long, int[]> slotsOfPacks = new HashMap<>();
        for (int pack = 0; pack < packs.count(); pack++) {
            slotsOfPacks.put(ids.packId(force, pack), packs.slots(pack));
        }
        return new OfForce(series, slotsOfPacks);
    }
}
