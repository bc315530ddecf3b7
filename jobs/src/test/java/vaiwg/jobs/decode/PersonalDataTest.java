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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vaiwg.kpis.Seed;

class PersonalDataTest {
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
                " Ms Jane Doe ",
                "Smith\u00a0Jane",
                "Smith\u200bJane",
                "jane-smith",
                "jane_smith",
                "SMITH\u2011JANE",
                "Mary-Jane-O'Brien",
                "jane-mcdonald",
                "12 Acacia Avenue",
                "Jane Doe 12 High Street",
                "PC 1234 Smith",
                "DOE 42 Jane"
            })
    void two_words_of_letters_are_a_name(String name) {
        assertThat(PersonalData.inPseudonym(name)).isEqualTo("a name");
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
                "doe-1985-03-12",
                "19850312",
                "12031985"
            })
    void a_day_of_a_year_is_a_date(String date) {
        assertThat(PersonalData.inPseudonym(date)).isEqualTo("a date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB123456C", "AB 12 34 56 C", "ab123456c", "AB-12-34-56-C"})
    void the_form_of_a_national_insurance_number_is_known(String number) {
        assertThat(PersonalData.inPseudonym(number)).isEqualTo("a national insurance number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane@example.org", "Jane Doe <jane.doe@example.co.uk>"})
    void an_address_is_known(String address) {
        assertThat(PersonalData.inPseudonym(address)).isEqualTo("an e-mail address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "07700 900123",
                "07700900123",
                "+447700900123",
                "0121 496 0123",
                "+44 (0)121 496 0123",
                "(0121) 496 0000",
                "07700-900-123",
                "0121-496-0000",
                "020 7946 0000",
                "01632 960001",
                "(01632) 960 001",
                "00447700900123"
            })
    void a_telephone_number_is_known(String number) {
        assertThat(PersonalData.inPseudonym(number)).isEqualTo("a telephone number");
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
                "19851312",
                "32011985",
                "p19850312",
                "jane",
                "alpha beta1",
                "AB12345C",
                "p-deadbeef",
                "per-facade",
                "x-y-z",
                "01214960123",
                "0001-234-567",
                "2024-17",
                "12-3-4",
                "a/b",
                "DF123456C",
                "force:person:42"
            })
    void what_tells_nothing_passes(String pseudonym) {
        assertThat(PersonalData.inPseudonym(pseudonym)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Doe 12 High Street",
                "PC 1234 Smith",
                "Doe, Jane",
                "0121 496 0000",
                "jane@example.org",
                "Doe 3/4/1985",
                "AB 12 34 56 C"
            })
    void a_reference_is_no_person(String reference) {
        assertThat(PersonalData.inReference(reference)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20WM/0001/26",
                "20WM/123456A/26",
                "01/12/98",
                "2026-03-02/17",
                "20260302",
                "CAD 0412 26",
                "psd-41",
                "dv-7-notice",
                "second-survey",
                "duty-statement_offered",
                "m-3",
                "E01990123",
                "cell-1200",
                "SP0686",
                "report/criminal_justice/2026-03",
                "56cdd3081625"
            })
    void a_reference_may_hold_its_day_and_what_it_is_of(String reference) {
        assertThat(PersonalData.inReference(reference)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jane Doe of 12 High Street, born 3/4/1985 | a date of birth",
                "She was born on 3 April 2019 and is in care | a date of birth",
                "d.o.b. 03.04.19 | a date of birth",
                "DOB: 2019-04-03 | a date of birth",
                "the victim (12/3/85) was not told | a date of birth",
                "moved to 12 High Street last month | an address",
                "lives at 4a, Acacia Avenue | an address",
                "asked for at B4 6NQ | a postcode",
                "asked for at sw1a 1aa | a postcode",
                "call her on 07700 900123 in the evening | a telephone number",
                "(0121) 496 0000 is engaged | a telephone number",
                "call 07700900123, or 01214960000 | a telephone number",
                "call +44 121 496 0000. | a telephone number",
                "jane.doe@example.org did not answer | an e-mail address",
                "of AB 12 34 56 C nothing is known | a national insurance number",
                "PC 1234 Smith was spoken to | an officer's number",
                "Mrs Doe was spoken to | a name"
            })
    void words_of_a_note_that_lead_to_a_person_are_found(String words, String likeness) {
        assertThat(PersonalData.inWords(words)).isEqualTo(likeness);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A backlog of safety plans after two vacancies",
                "Vacancies filled; plans offered within two days again",
                "From 1 April 2026 all 12 officers of Perry Barr are trained; 40 cases a road",
                "Since 12/03/26, and again on 2026-03-12, at 09:30 to 10:30",
                "From 01-02-2026 14 to 28 cases; 0.5 points; 1,234 of 10,000",
                "Outcome 16 in 12 of 40 cases of Crown Court, A4 2nd edition, N100, 8Q, C1 to C5",
                "DCI Public Protection; DS Investigations; Head of Criminal Justice",
                "12 High Sheriffs, 3 Safer Streets projects, action 7 of 12",
                "101",
                "999",
                "NOT_STATED",
                "birmingham east",
                "Sandwell 2",
                "E01012345",
                "25_34"
            })
    void what_notes_and_codes_say_passes(String words) {
        assertThat(PersonalData.inWords(words)).isNull();
    }

    /** As long as a note may be. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "0", " 1", "1 A", "a-", "a@", "(0", "born ", "12 A.A"})
    @Timeout(60)
    void a_long_text_is_judged_too(String part) {
        String text = part.repeat(4_000 / part.length());
        PersonalData.inWords(text);
        PersonalData.inPseudonym(text.substring(0, 256));
        PersonalData.inReference(text.substring(0, 256));
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
                assertThat(PersonalData.inPseudonym(pseudonym)).as(pseudonym).isNull();
            }
            byte[] utf8 = pseudonym.getBytes(StandardCharsets.UTF_8);
            if (OrdinaryText.isReference(utf8, 0, utf8.length)) {
                assertThat(PersonalData.inReference(pseudonym)).as(pseudonym).isNull();
            }
            if (OrdinaryText.isWord(utf8, 0, utf8.length)) {
                assertThat(PersonalData.inWords(pseudonym)).as(pseudonym).isNull();
            }
        }
        assertThat(plain).isGreaterThan(10_000);
    }

    /** Parts of dates, numbers and names, put together in any way. */
    private static String likeAPerson(Random random) {
        String[] parts = {
            "1",
            "12",
            "03",
            "1985",
            "85",
            "1st",
            "12th",
            "mar",
            "dec",
            "feb",
            "March",
            "07",
            "7700",
            "900123",
            "0121",
            "496",
            "44",
            "00",
            "19850312",
            "B4",
            "6NQ",
            "pc",
            "1234",
            "AB",
            "C",
            "123456",
            "jane",
            "Doe",
            "cafe",
            "e-",
            "p",
            "ffff",
            "\u00e9",
            "+"
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
        return OrdinaryText.isPseudonym(utf8, 0, utf8.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5f2c9a7e41d08b36",
                "0a8f7c6d5e4b3a291807",
                "123e4567-e89b-12d3-a456-426614174000",
                "0188c0de-cafe-4000-8000-00dec01985ab",
                "p-7c41",
                "100000042"
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
                assertThat(PersonalData.inPseudonym(pseudonym)).as(pseudonym).isNull();
            }
        }
    }
}
