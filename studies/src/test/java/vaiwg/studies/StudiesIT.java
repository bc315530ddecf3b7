package vaiwg.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import vaiwg.kpis.reference.ReferenceFile;
import vaiwg.statistics.signals.alarm.Thresholds;

/** Every study runs and gives a table, and the file that one of them makes is as it makes it. */
class StudiesIT {
    @TempDir
    private Path home;

    @BeforeEach
    void writeElsewhere() {
        System.setProperty("vaiwg.home", home.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("vaiwg.home");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alarms", "charts", "rules", "scale", "load"})
    void a_study_gives_a_table_of_its_day_commit_and_machine(String name) throws Exception {
        StringWriter printed = new StringWriter();
        CommandLine command = new CommandLine(new Studies()).setOut(new PrintWriter(printed));
        assertThat(command.execute("--small", name)).isZero();
        List<String> table = Files.readAllLines(home.resolve("studies/target/" + name + ".tsv"));
        assertThat(table.subList(0, 3))
                .map(line -> line.split(": ")[0])
                .containsExactly("# date", "# commit", "# machine");
        List<String> rows = table.stream().filter(line -> !line.startsWith("#")).toList();
        assertThat(rows).hasSizeGreaterThan(1);
        assertThat(rows.stream().map(row -> row.split("\t", -1).length).distinct())
                .hasSize(1);
        assertThat(printed.toString().lines()).hasSize(rows.size() + 1);
    }

    @Test
    void the_thresholds_are_those_of_the_bootstrap() {
        assertThat(ReferenceFile.read(Thresholds.FILE).text())
                .as("make its rows again with: studies/run thresholds")
                .contains(String.join(",", ThresholdStudy.row(4)));
    }
}
