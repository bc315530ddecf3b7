package vaiwg.jobs.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.Seed;

class PseudonymsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Doe",
                "DOE, Jane",
                "doe,jane",
                "jane.doe",
                "J. Doe",
                "Mary-Jane O'Brien",
                "Zo\u00eb \u00c5ngstr\u00f6m",
                " Ms Jane Doe "
            })
    void two_words_of_letters_are_a_name(String name) {
        assertThat(Pseudonyms.likeness(name)).isEqualTo("a name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12/03/1985",
                "12/3/85",
                "12.03.1985",
                "12-03-1985",
                "03/12/1985",
                "1985-03-12",
                "1985/03/12",
                "1985-03-12T00:00:00Z",
                "12 March 1985",
                "12-Mar-1985",
                "1st June 85",
                "DOE 12/03/1985",
                "doe-1985-03-12"
            })
    void a_day_of_a_year_is_a_date(String date) {
        assertThat(Pseudonyms.likeness(date)).isEqualTo("a date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB123456C", "AB 12 34 56 C", "ab123456c", "AB-12-34-56-C"})
    void the_form_of_a_national_insurance_number_is_known(String number) {
        assertThat(Pseudonyms.likeness(number)).isEqualTo("a national insurance number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane@example.org", "Jane Doe <jane.doe@example.co.uk>"})
    void an_address_is_known(String address) {
        assertThat(Pseudonyms.likeness(address)).isEqualTo("an e-mail address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"07700 900123", "07700900123", "+447700900123", "0121 496 0123", "+44 (0)121 496 0123"})
    void a_telephone_number_is_known(String number) {
        assertThat(Pseudonyms.likeness(number)).isEqualTo("a telephone number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "p-7c41",
                "p-19aa",
                "person-6",
                "unknown",
                "Unknown",
                "c7d41b",
                "p-3dec19",
                "3dec2019",
                "00000000042",
                "10000042",
                "19850312",
                "2024-17",
                "12-3-4",
                "a/b",
                "DF123456C",
                "force:person:42"
            })
    void what_tells_nothing_passes(String pseudonym) {
        assertThat(Pseudonyms.likeness(pseudonym)).isNull();
    }

    /** What is told by bytes alone is never more than what is told by the text. */
    @Test
    void what_is_plain_looks_like_nothing() {
        Random random = Seed.random("plain pseudonyms");
        int plain = 0;
        for (int i = 0; i < 300_000; i++) {
            String pseudonym = likeAPerson(random);
            if (isPlain(pseudonym)) {
                plain++;
                assertThat(Pseudonyms.likeness(pseudonym)).as(pseudonym).isNull();
            }
        }
        assertThat(plain).isGreaterThan(10_000);
    }

    /** Parts of dates, numbers and names, put together in any way. */
    private static String likeAPerson(Random random) {
        String[] parts = {
            "1", "12", "03", "1985", "85", "1st", "12th", "mar", "dec", "feb", "March", "07", "7700", "900123", "0121",
            "496", "44", "00", "AB", "C", "123456", "jane", "Doe", "cafe", "e-", "p", "ffff", "\u00e9", "+"
        };
        String[] between = {"-", "-", "-", "_", "", "", " ", ".", "/"};
        StringBuilder text = new StringBuilder();
        for (int left = 1 + random.nextInt(6); left > 0; left--) {
            text.append(parts[random.nextInt(parts.length)]).append(between[random.nextInt(between.length)]);
        }
        return text.toString();
    }

    private static boolean isPlain(String pseudonym) {
        byte[] utf8 = pseudonym.getBytes(StandardCharsets.UTF_8);
        return Pseudonyms.isPlain(utf8, 0, utf8.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5f2c9a7e41d08b36",
                "0a8f7c6d5e4b3a291807",
                "123e4567-e89b-12d3-a456-426614174000",
                "0188c0de-cafe-4000-8000-00dec01985ab",
                "p-7c41",
                "10000042"
            })
    void a_hash_a_uuid_and_a_number_are_plain(String pseudonym) {
        assertThat(isPlain(pseudonym)).isTrue();
    }

    @Test
    void no_hash_and_no_uuid_looks_like_anything() throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        for (int i = 0; i < 20_000; i++) {
            byte[] seed = ("person " + i).getBytes(StandardCharsets.UTF_8);
            byte[] hash = sha.digest(seed);
            byte[] shorter = md5.digest(seed);
            for (String pseudonym : new String[] {
                HexFormat.of().formatHex(hash),
                HexFormat.of().withUpperCase().formatHex(shorter),
                HexFormat.ofDelimiter("-").formatHex(shorter),
                "p-" + HexFormat.of().formatHex(hash, 0, 4),
                Base64.getEncoder().encodeToString(hash),
                Base64.getUrlEncoder().withoutPadding().encodeToString(shorter),
                UUID.nameUUIDFromBytes(seed).toString(),
                Long.toString(Math.abs(new SplittableRandom(i).nextLong())),
            }) {
                assertThat(Pseudonyms.likeness(pseudonym)).as(pseudonym).isNull();
            }
        }
    }
}
