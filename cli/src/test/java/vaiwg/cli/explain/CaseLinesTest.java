package vaiwg.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a source wrote stays one field of a line, and is no formula of a spreadsheet. */
class CaseLinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "20CV/12345/26 | \"20CV/12345/26\"",
                "a, b | \"a, b\"",
                "a \"b\" | \"a \"\"b\"\"\"",
                "=HYPERLINK(\"x\") | \"'=HYPERLINK(\"\"x\"\")\"",
                "+1 | \"'+1\"",
                "-1 | \"'-1\"",
                "@x | \"'@x\"",
                "`` | \"\""
            })
    void a_value_is_quoted(String value, String field) {
        assertThat(CaseLines.field(value)).isEqualTo(field);
    }
}
