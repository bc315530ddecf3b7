package vaiwg.board.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vaiwg.board.disclosure.Disclosure;
import vaiwg.board.disclosure.DisclosureAudit;
import vaiwg.board.report.Report;

/** What was issued is kept as its bytes, and is read for the edition after it, by whatever build that is made. */
class EarlierReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Report report = SampleReport.of();
    private final Report issued = Disclosure.apply(report, Optional.empty());

    @Test
    void what_is_new_is_empty_and_what_is_no_more_is_passed_over() throws IOException {
        Report read = ReportJson.read(JSON.writeValueAsBytes(ofDefinitions16()));
        JsonNode expected = JSON.readTree(ReportJson.of(issued));
        expected.findParents("oldestOf").forEach(figure -> ((ObjectNode) figure).put("oldestOf", ""));
        expected.findParents("mean")
                .forEach(backlog -> ((ObjectNode) backlog).put("beside", "").putNull("mean"));
        expected.findParents("areasKnown").forEach(page -> ((ObjectNode) page).putArray("areasKnown"));
        expected.findParents("said").forEach(item -> ((ObjectNode) item).putNull("said"));
        expected.findParents("loggedIn").forEach(comment -> ((ObjectNode) comment).put("loggedIn", ""));
        assertThat(JSON.readTree(ReportJson.of(read))).isEqualTo(expected);
    }

    @Test
    void the_next_edition_can_be_made_beside_it() throws IOException {
        Report before = ReportJson.read(JSON.writeValueAsBytes(ofDefinitions16()));
        Report next = Disclosure.apply(report, Optional.of(before));
        assertThat(DisclosureAudit.leaks(report, next, Optional.of(before))).isEmpty();
    }

    /**
     * As a build wrote it that knew neither the oldest of a count, a backlog's mean, of how many the area is known, who was
     * logged in, nor owners' words on a recommendation.
     */
    private JsonNode ofDefinitions16() throws IOException {
        JsonNode tree = JSON.readTree(ReportJson.of(issued));
        having(tree, "oldestOf").forEach(figure -> figure.remove("oldestOf"));
        having(tree, "mean").forEach(backlog -> backlog.putNull("pending").remove(List.of("beside", "mean")));
        having(tree, "areasKnown").forEach(page -> page.remove("areasKnown"));
        having(tree, "loggedIn").forEach(comment -> comment.remove("loggedIn"));
        having(tree, "said").forEach(item -> item.remove("said"));
        tree.get("areas").forEach(area -> ((ObjectNode) area).putArray("pending"));
        return tree;
    }

    private static List<ObjectNode> having(JsonNode tree, String field) {
        List<ObjectNode> parents =
                tree.findParents(field).stream().map(ObjectNode.class::cast).toList();
        assertThat(parents).as(field).isNotEmpty();
        return parents;
    }
}
