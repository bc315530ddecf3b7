package vaiwg.jobs.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vaiwg.jobs.panes.DayBlock;
import vaiwg.kpis.catalogue.Catalogue;

/** Revised history: a row a month of each cell, many in one statement. What it remembers is true of one connection. */
final class DayRows {
    private static final String INSERT = "INSERT INTO kpi_day_month (series_id, month, numerators, denominators)"
            + " SELECT series_id, month, numerators::int[], denominators::int[]"
            + " FROM unnest(?, ?, ?, ?) AS block (series_id, month, numerators, denominators)"
            + " ON CONFLICT (series_id, month) DO UPDATE"
            + " SET numerators = excluded.numerators, denominators = excluded.denominators";

    /** A month in which nothing is known any more is corrected where it was written, and else not written. */
    private static final String CLEAR = "UPDATE kpi_day_month written"
            + " SET numerators = block.numerators::int[], denominators = block.denominators::int[]"
            + " FROM unnest(?, ?, ?, ?) AS block (series_id, month, numerators, denominators)"
            + " WHERE written.series_id = block.series_id AND written.month = block.month";

    private final Catalogue catalogue;
    private final Connection connection;
    private final SeriesWriter lines;
    private final Map<String, long[]> ids = new HashMap<>();
    /** Cells of whose lines the table of series has been told. */
    private final Map<String, BitSet> linesWritten = new HashMap<>();

    DayRows(Catalogue catalogue, Connection connection) {
        this.catalogue = catalogue;
        this.connection = connection;
        this.lines = new SeriesWriter(connection);
    }

    /** Writes different months in the transaction at hand. */
    void write(Collection<DayBlock> blocks) throws SQLException {
        Map<Boolean, List<DayBlock>> byEmptiness =
                blocks.stream().collect(Collectors.partitioningBy(DayBlock::isEmpty));
        write(byEmptiness.get(false), INSERT);
        write(byEmptiness.get(true), CLEAR);
    }

    private void write(List<DayBlock> blocks, String statement) throws SQLException {
        if (blocks.isEmpty()) {
            return;
        }
        Long[] series = new Long[blocks.size()];
        LocalDate[] months = new LocalDate[blocks.size()];
        String[] numerators = new String[blocks.size()];
        String[] denominators = new String[blocks.size()];
        int row = 0;
        for (DayBlock block : blocks) {
            series[row] = id(block);
            months[row] = LocalDate.ofEpochDay(block.month);
            numerators[row] = text(block.numerators);
            denominators[row] = block.denominators == null ? null : text(block.denominators);
            row++;
        }
        lines.flush();
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            insert.setArray(1, connection.createArrayOf("bigint", series));
            insert.setArray(2, connection.createArrayOf("date", months));
            insert.setArray(3, connection.createArrayOf("text", numerators));
            insert.setArray(4, connection.createArrayOf("text", denominators));
            insert.executeUpdate();
        }
    }

    private long id(DayBlock block) {
        long[] known = ids.computeIfAbsent(block.force, force -> new long[catalogue.cells()]);
        BitSet written = linesWritten.computeIfAbsent(block.force, force -> new BitSet());
        if (known[block.cell] == 0 || !block.isEmpty() && !written.get(block.cell)) {
            Series line = Series.ofCell(catalogue, block.force, block.cell);
            known[block.cell] = line.id();
            if (!block.isEmpty()) {
                written.set(block.cell);
                lines.add(line);
            }
        }
        return known[block.cell];
    }

    private static String text(int[] values) {
        StringBuilder text = new StringBuilder(values.length * 3).append('{');
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",").append(values[i]);
        }
        return text.append('}').toString();
    }
}
