package vaiwg.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vaiwg.cli.options.DatabaseOptions;
import vaiwg.cli.options.SiteOptions;
import vaiwg.cli.published.ComparedCount;
import vaiwg.cli.published.Comparison;
import vaiwg.cli.published.PublishedTable;
import vaiwg.cli.terminal.JsonAnswer;
import vaiwg.cli.terminal.TextTable;
import vaiwg.jobs.store.DatabaseException;
import vaiwg.kpis.reference.CodeMaps;
import vaiwg.kpis.text.Digits;

/** Counts that others publish beside those that are published here. */
@Command(name = "compare", mixinStandardHelpOptions = true)
final class CompareCommand extends PrintingVerb {
    @Option(names = "--published", required = true, arity = "1..*", paramLabel = "FILE")
    private List<Path> published;

    @Mixin
    private SiteOptions site;

    @Mixin
    private DatabaseOptions database;

    @Option(names = "--json")
    private boolean json;

    private record Compared(
            String layout, long otherForces, long otherGroups, long otherOutcomes, List<ComparedCount> counts) {
        static Compared of(PublishedTable table, List<ComparedCount> counts) {
            return new Compared(
                    table.layout(), table.otherForces(), table.otherGroups(), table.otherOutcomes(), counts);
        }
    }

    @Override
    public Integer call() {
        try (Connection connection = database.connect()) {
            connection.setReadOnly(true);
            Comparison comparison = new Comparison(connection);
            PublishedTable table = PublishedTable.read(published, CodeMaps.of(site.sites()), comparison.forces());
            List<ComparedCount> counts = comparison.of(table);
            PrintWriter out = out();
            if (json) {
                JsonAnswer.print(out, Compared.of(table, counts));
            } else {
                print(out, table, counts);
            }
            return counts.stream().allMatch(count -> Objects.equals(count.difference(), 0L)) ? 0 : Vaiwg.FINDING;
        } catch (SQLException e) {
            throw new DatabaseException(database.database(), e);
        }
    }

    private static void print(PrintWriter out, PublishedTable table, List<ComparedCount> counts) {
        out.println("Read as " + table.layout() + ". Left out: " + Digits.count(table.otherForces())
                + " rows of forces that are not published here, " + Digits.count(table.otherGroups())
                + " of offences in no theme, " + Digits.count(table.otherOutcomes())
                + " counts of outcomes of which no figure is published here.");
        TextTable rows = new TextTable(List.of(
                "force, year ending, theme", "outcome", "by", "there", "here\nthen", "here\nnow", "difference"));
        for (ComparedCount count : counts) {
            rows.row(List.of(
                    count.force() + ", " + count.yearEnding() + ", " + count.theme(),
                    count.outcome().isEmpty() ? "recorded crimes" : count.outcome(),
                    count.countedBy(),
                    Digits.count(count.there()),
                    number(count.then()),
                    number(count.now()),
                    number(count.difference())));
        }
        out.print(rows);
        for (ComparedCount count : counts) {
            if (!count.reasons().isEmpty()) {
                out.println(count.force() + ", " + count.yearEnding() + ", " + count.theme()
                        + (count.outcome().isEmpty() ? "" : ", outcome " + count.outcome()) + ", by "
                        + count.countedBy() + ": " + String.join("; ", count.reasons()) + ".");
            }
        }
        out.flush();
    }

    private static String number(Long number) {
        return number == null ? Digits.NONE : Digits.count(number);
    }
}
