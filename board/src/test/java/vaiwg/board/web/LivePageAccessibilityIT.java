package vaiwg.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vaiwg.board.page.Browser;
import vaiwg.board.page.Browser.Key;
import vaiwg.board.report.ReportPublication;
import vaiwg.board.report.SmallForce;

/** WCAG 2.2 AA of what stands around a served page: as axe-core sees it, on a narrow window, and by the keyboard alone. */
class LivePageAccessibilityIT {
    private static final int WINDOW = 1280;
    /** 1280 px at 200 % zoom, and at 400 %, as WCAG 1.4.10 asks for. */
    private static final int ZOOMED = 640;

    private static final int NARROW = 320;

    /** What can be reached by the keyboard, in the order of the document; what is not drawn cannot. */
    private static final String REACHABLE = """
            [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]')]
                .filter(each => each.checkVisibility())
            """;

    /** A name of an element that no other has. */
    private static final String NAME = "(each => [...document.querySelectorAll('*')].indexOf(each) + each.tagName)";

    private static ReportPublication published;
    private static BoardServer server;

    @BeforeAll
    static void serve() throws Exception {
        published = SmallForce.published();
        server = BoardServer.start(
                new ServerSettings("127.0.0.1", 0, Access.Loopback.ofSyntheticData(List.of("Head of Crime"))),
                published::anotherConnection,
                new KeptLog(),
                Optional.of(answer -> Instant.EPOCH));
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
        published.close();
    }

    @ParameterizedTest
    @CsvSource({
        "newest/summary, false, " + WINDOW,
        "newest/summary, true, " + ZOOMED,
        "2026-10-01/summary, true, " + NARROW,
        "newest/measure-victim-attrition, true, " + WINDOW,
        "newest/measure-victim-attrition, false, " + NARROW,
        "newest/matters, false, " + ZOOMED,
        "newest/matters, true, " + NARROW,
        "newest/search?q=attrition, true, " + WINDOW,
        "newest/search?q=nothing-of-the-kind, false, " + NARROW,
        "newest/no-such-page, true, " + NARROW
    })
    void a_page_violates_no_rule_and_needs_no_scrolling_aside(String page, boolean dark, int width) {
        try (Browser tab = open(page, dark, width)) {
            tab.assertAccessible();
        }
    }

    /** As it is opened, and after its form was sent, with the headers that a browser itself sends. */
    @ParameterizedTest
    @CsvSource({"true, " + WINDOW, "false, " + ZOOMED, "true, " + NARROW})
    void so_does_the_page_of_a_signal_and_what_it_says_was_written(boolean dark, int width) {
        try (Browser tab = Browser.tab(width, dark)) {
            tab.open(server.address().resolve("/answer?force=" + SmallForce.FORCE + "&signal=s1"));
            tab.assertAccessible();
            tab.submit("cause", "Staff moved.", "post", "Head of Crime");
            assertThat(tab.evaluate("document.body.textContent").asText()).contains("Written.", "Staff moved.");
            tab.assertAccessible();
        }
    }

    @Test
    void so_does_the_open_list_of_pages() {
        for (int width : new int[] {WINDOW, NARROW}) {
            try (Browser tab = open("newest/matters", true, width)) {
                tab.evaluate("document.querySelector('[popovertarget]').click()");
                tab.assertAccessible();
            }
        }
    }

    @Test
    void the_bar_and_the_list_of_pages_take_two_lines() {
        try (Browser tab = open("newest/measure-victim-attrition", false, WINDOW)) {
            assertThat(tab.evaluate("document.querySelector('main').getBoundingClientRect().top")
                            .asDouble())
                    .isLessThan(100);
        }
    }

    @Test
    void the_keyboard_reaches_everything_in_order_and_shows_where_it_is() {
        try (Browser tab = open("newest/summary", false, WINDOW)) {
            int all = tab.evaluate(REACHABLE + ".length").asInt();
            List<String> reached = new ArrayList<>();
            for (int i = 0; i < all; i++) {
                tab.press(Key.TAB);
                reached.add(tab.evaluate(NAME + "(document.activeElement)").asText());
                assertThat(tab.evaluate("""
                        (style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                            || document.activeElement.className === 'skip')(getComputedStyle(document.activeElement))
                        """).asBoolean())
                        .as(reached + " shows that it has the focus")
                        .isTrue();
                assertThat(tab.evaluate("document.activeElement.getBoundingClientRect().width")
                                .asDouble())
                        .as(reached + " is seen while it has the focus")
                        .isGreaterThan(4);
            }
            List<String> expected = new ArrayList<>();
            tab.evaluate(REACHABLE + ".map(" + NAME + ")").forEach(each -> expected.add(each.asText()));
            assertThat(expected).hasSizeGreaterThan(12);
            assertThat(reached).isEqualTo(expected);
        }
    }

    @Test
    void the_first_key_offers_to_skip_the_bar() {
        try (Browser tab = open("newest/summary", false, WINDOW)) {
            tab.press(Key.TAB);
            assertThat(tab.evaluate("document.activeElement.textContent").asText())
                    .isEqualTo("Skip to the page");
            tab.press(Key.ENTER);
            tab.press(Key.TAB);
            assertThat(tab.evaluate("document.querySelector('main').contains(document.activeElement)")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void the_list_of_pages_opens_and_closes_by_keys_and_gives_the_focus_back() {
        try (Browser tab = open("newest/matters", false, NARROW)) {
            tab.evaluate("document.querySelector('[popovertarget]').focus()");
            assertThat(listIsOpen(tab)).isFalse();
            tab.press(Key.ENTER);
            assertThat(listIsOpen(tab)).isTrue();
            tab.press(Key.TAB);
            assertThat(tab.evaluate("document.activeElement.textContent").asText())
                    .isEqualTo("1 At a glance");
            tab.press(Key.ESCAPE);
            assertThat(listIsOpen(tab)).isFalse();
            assertThat(tab.evaluate("document.activeElement.textContent").asText())
                    .isEqualTo("All pages");
        }
    }

    private static boolean listIsOpen(Browser tab) {
        return tab.evaluate("document.getElementById('pages').matches(':popover-open')")
                .asBoolean();
    }

    private static Browser open(String page, boolean dark, int width) {
        Browser tab = Browser.tab(width, dark);
        tab.open(server.address().resolve("/" + SmallForce.FORCE + "/" + page));
        return tab;
    }
}
