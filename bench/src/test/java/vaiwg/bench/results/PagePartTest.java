package vaiwg.bench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagePartTest {
    @TempDir
    private Path folder;

    @Test
    void only_what_stands_between_its_comments_is_written() throws Exception {
        Path page = folder.resolve("page.md");
        Files.writeString(
                page, "before\n<!-- numbers, written by bench/run -->\nold\n<!-- end of numbers -->\nafter\n");
        new PagePart(page, "numbers").write("new\n");
        assertThat(page)
                .hasContent("before\n<!-- numbers, written by bench/run -->\nnew\n<!-- end of numbers -->\nafter\n");
    }

    @Test
    void a_page_without_such_a_part_says_what_to_put_into_it() throws Exception {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "nothing\n");
        assertThatThrownBy(() -> new PagePart(page, "numbers").write("new\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("put <!-- numbers, written by bench/run --> and <!-- end of numbers --> into it");
        assertThat(page).hasContent("nothing\n");
    }
}
