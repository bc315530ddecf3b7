package vaiwg.board.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.kpis.catalogue.Priority;

class GrantsTest {
    private static final String FILE = """
            # who may see and say what
            [j.smith]
            posts = the lead for Criminal Justice; Chair of the Strategy Board
            tier = internal
            areas = criminal_justice, recording
            forces = west-midlands, kent

            [analyst]
            tier = internal

            [standards]
            conduct = yes

            [registrar]
            cases = yes
            """;

    @TempDir
    private Path folder;

    @Test
    void a_login_has_what_its_section_says_and_no_more() throws IOException {
        Grants grants = grants(FILE);
        Grant lead = grants.of("j.smith");
        assertThat(lead)
                .isEqualTo(new Grant(
                        List.of("the lead for Criminal Justice", "Chair of the Strategy Board"),
                        Optional.of(Set.of(Priority.shipped("criminal_justice"), Priority.shipped("recording"))),
                        Optional.of(Set.of("west-midlands", "kent")),
                        false));
        assertThat(lead.seesAsItIs("criminal_justice")).isTrue();
        assertThat(lead.seesAsItIs("engagement")).isFalse();
        assertThat(lead.seesAll()).isFalse();
        assertThat(lead.sees("kent")).isTrue();
        assertThat(lead.sees("surrey")).isFalse();
        assertThat(grants.of("analyst").seesAll()).isTrue();
        assertThat(grants.of("analyst").posts()).isEmpty();
        assertThat(grants.of("analyst").conduct()).isFalse();
        assertThat(grants.of("standards"))
                .isEqualTo(new Grant(List.of(), Optional.of(Set.of()), Optional.empty(), true))
                .isNotEqualTo(Grant.BOARD);
        assertThat(grants.of("standards").cases()).isFalse();
        assertThat(grants.of("registrar").cases()).isTrue();
    }

    /** All areas are a site's too; those that are named are these alone, be they all that are shipped. */
    @Test
    void a_sites_area_is_granted_by_its_name_or_with_all() throws IOException {
        Priority roads = Priority.published("road_safety", "the lead for Road Safety");
        List<Priority> areas =
                Stream.concat(Priority.shipped().stream(), Stream.of(roads)).toList();
        String shipped = Priority.shipped().stream().map(Priority::slug).collect(Collectors.joining(", "));
        Path file = Files.writeString(
                folder.resolve("grants"),
                "[roads]\ntier = internal\nareas = road_safety\n[some]\ntier = internal\nareas = " + shipped
                        + "\n[all]\ntier = internal\nareas = all\n");
        Grants grants = Grants.read(file, areas);
        assertThat(grants.of("roads").seesAsItIs("road_safety")).isTrue();
        assertThat(grants.of("roads").seesTitled("Road Safety")).isTrue();
        assertThat(grants.of("roads").seesSome()).isTrue();
        assertThat(grants.of("roads").seesAsItIs("recording")).isFalse();
        assertThat(grants.of("some").seesAll()).isFalse();
        assertThat(grants.of("some").seesAsItIs("road_safety")).isFalse();
        assertThat(grants.of("all").seesAsItIs("road_safety")).isTrue();
        assertThatThrownBy(() -> Grants.read(file, Priority.shipped()))
                .hasMessageMatching("Line 3 of .* there is no such area: write all, or some of safety_in_public, .*");
    }

    @Test
    void who_is_not_in_the_file_sees_the_boards_tier_and_answers_nothing() throws IOException {
        for (String login : List.of("nobody", "", "J.Smith")) {
            assertThat(grants(FILE).of(login)).as(login).isEqualTo(Grant.BOARD);
        }
        assertThat(Grant.BOARD.posts()).isEmpty();
        assertThat(Grant.BOARD.seesAsItIs("criminal_justice")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    posts = x                          | Line 1 of * it belongs to no login: write [login] above it.
                    [a]~post = x                       | Line 2 of * there is no key post: write one of posts, tier, areas, forces, conduct, cases.
                    [a]~tier = public                  | Line 2 of * there is no such tier of pages: write board or internal.
                    [a]~conduct = all                  | Line 2 of * conduct is seen or it is not: write yes or no.
                    [a]~cases = all                    | Line 2 of * cases behind figures are shown or they are not: write yes or no.
                    [a]~areas = recording              | Line 2 of * areas are those of the internal tier: add tier = internal, or leave it out.
                    [a]~tier = internal~areas = roads  | Line 3 of * there is no such area: write all, or some of safety_in_public, *
                    [a]~tier = internal~areas = all,   | Line 3 of * there is no such area: *
                    [a]~forces = West Midlands         | Line 2 of * a force is no slug: *
                    [a]~posts = x; ; y                 | Line 2 of * a post is no name of 1 to 200 characters: correct it.
                    [a]~posts = x; x                   | Line 2 of * a post is there twice: name it once.
                    [a]~posts =                        | Line 2 of * posts says nothing: *
                    [a]~tier = board~tier = internal   | Line 3 of * tier is there twice: *
                    [a]~[b]~~[a]                       | Line 4 of * this login has a section already: *
                    [a]~Jane Doe                       | Line 2 of * it is neither [login] nor key = value: *
                    """)
    void what_is_not_understood_is_named_by_its_line_and_not_repeated(String text, String expected) throws IOException {
        assertThatThrownBy(() -> grants(text.replace('~', '\n')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(java.util.Arrays.stream(expected.split("\\*", -1))
                        .map(part -> part.isEmpty() ? "" : java.util.regex.Pattern.quote(part))
                        .collect(java.util.stream.Collectors.joining(".*")))
                .hasMessageNotContaining("Jane");
    }

    @Test
    void a_change_of_the_file_counts_at_once_and_a_broken_file_lets_nobody_in() throws IOException {
        Path file = Files.writeString(folder.resolve("grants"), FILE);
        Grants grants = Grants.read(file, Priority.shipped());
        assertThat(grants.of("analyst").seesAll()).isTrue();
        Files.writeString(file, "[analyst]\n");
        assertThat(grants.of("analyst")).isEqualTo(Grant.BOARD);
        assertThat(grants.of("j.smith").posts()).isEmpty();
        Files.writeString(file, "[analyst\n");
        assertThatThrownBy(() -> grants.of("analyst")).hasMessageStartingWith("Line 1 of ");
        Files.writeString(file, FILE);
        assertThat(grants.of("analyst").seesAll()).isTrue();
        Files.delete(file);
        assertThatThrownBy(() -> grants.of("analyst")).hasMessageContaining("cannot be read");
    }

    private Grants grants(String text) throws IOException {
        return Grants.read(Files.writeString(folder.resolve("grants"), text), Priority.shipped());
    }
}
