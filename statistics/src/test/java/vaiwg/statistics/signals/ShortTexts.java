package vaiwg.statistics.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What the text of every signal is held to: two sentences, few words, nobody blamed, and no word of the method. */
public final class ShortTexts {
    private static final int MOST_WORDS = 60;
    private static final Pattern END = Pattern.compile("[.!?](?= |$)");

    private ShortTexts() {}

    public static void require(String text) {
        assertThat(END.matcher(text).results().count()).as(text).isEqualTo(2);
        assertThat(text).endsWith(".").doesNotContain("NaN", "  ", "_", "σ");
        assertThat(text.split(" ")).as(text).hasSizeLessThanOrEqualTo(MOST_WORDS);
        assertThat(text).doesNotContainPattern("(?i)fault|blame|refus|unwilling");
    }
}
