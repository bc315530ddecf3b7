package vaiwg.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vaiwg.jobs.options.Forces;
import vaiwg.kpis.cases.UnitCode;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.Commitment;
import vaiwg.kpis.catalogue.Commitments;
import vaiwg.kpis.catalogue.Lead;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.reference.Sites;

class SiteFilesTest {
    private static final String BENCHMARKS =
            "measure,slice,kind,name,value,unit,from,to,valid_from,comparable,source,quote\n";

    private static final String AREAS = "area,title,led_by,question,kind\n";

    @TempDir
    private Path folder;

    @Test
    void a_catalogue_is_the_same_on_every_task_that_makes_it() throws Exception {
        write("north", "denominators.csv", "population,lpa,from,number,source\nworkforce,,2021-03-21,1000,invented\n");
        write(
                "north",
                "benchmarks.csv",
                BENCHMARKS + "victim_attrition,,target,Plan,25,percent,,,2026-01-01,yes,invented,\n");
        Sites sites = SiteFiles.read(List.of(folder.resolve("north")));
        Catalogue sent = InstantiationUtil.clone(
                        SiteFiles.catalogue(sites), getClass().getClassLoader())
                .get();
        assertThat(sent.fingerprint()).isEqualTo(ShippedCatalogue.of(sites).fingerprint());
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThat(sent.benchmarks().ofForce("north").target("victim_attrition", "", day))
                .hasValue(0.25);
        assertThat(sent.benchmarks().ofForce("south").target("victim_attrition", "", day))
                .isEmpty();
    }

    @Test
    void forces_have_areas_and_codes_of_their_own_in_one_job() throws Exception {
        write("north", "areas.csv", "unit,lpa,valid_from,valid_to\nunit-1,hills,,\n");
        write("south", "areas.csv", "unit,lpa,valid_from,valid_to\nunit-1,coast,,\n");
        write("south", "ends-of-support.csv", "code,reason\nAFRAID,fear_of_reprisal\n");
        Catalogue catalogue =
                ShippedCatalogue.of(SiteFiles.read(List.of(folder.resolve("north"), folder.resolve("south"))));
        assertThat(catalogue.maps().lpas()).containsExactly("hills", "coast", "unknown");
        assertThat(catalogue.maps().lpaOf(UnitCode.in("south", UnitCode.of("unit-1")), 0))
                .isEqualTo(1);
        assertThat(catalogue.maps().endOfSupport(UnitCode.of("AFRAID"))).isNotNull();
        assertThat(catalogue.maps().endOfSupport(UnitCode.of("FEAR_OF_REPRISAL")))
                .as("what holds of every force stays")
                .isNotNull();
    }

    @Test
    void what_no_measure_can_be_read_beside_is_rejected_before_the_job_starts() throws Exception {
        write(
                "north",
                "benchmarks.csv",
                BENCHMARKS + "no_such_measure,,target,Plan,25,percent,,,2026-01-01,yes,invented,\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteFiles.read(List.of(folder.resolve("north"))))
                .withMessage(
                        "sites/north/benchmarks.csv, line 2: A row of benchmarks names no_such_measure, Plan: there is no such measure; correct it in the folder of the site.");
    }

    @Test
    void what_is_wrong_is_said_with_its_line_whichever_file_it_is_in() throws Exception {
        write("north", "areas.csv", "unit,lpa,valid_from,valid_to\nunit-1,hills,,\n");
        String head = "id,number,set,text,addressed,owner,day,when,measures,note,section\n";
        requireRejected(
                "areas.csv", "# Ours.\nunit,lpa,valid_from,valid_to\nunit-1,hills,1 April,\n", ", line 3: A value");
        requireRejected("areas.csv", "unit,lpa,valid_from,valid_to\nunit-1,hills\n", ", line 2, has not the columns");
        requireRejected(
                "delivery-plan.csv", head + "a,one,S,T,,,,,charge_rate,,\n", ", line 2: A value cannot be read");
        requireRejected(
                "delivery-plan.csv",
                head + "a,1,S,T,,,,,charge_rate,,\nb,1,S,T,,,,,charge_rates,,\n",
                ", line 3: b names charge_rates, and there is no such measure");
        requireRejected(
                "uplift-posts.csv",
                head + "a,1,S,T,,,,,leads-reports,,\n",
                ", line 2: a names leads-reports, and there is no such measure");
        requireRejected("rebase-register.csv", "date,affects,reason\n2026,,Why\n", ", line 2: A value cannot be read");
        requireRejected("expected.csv", "stream,events_a_week,from\nstalkings,5,2026-09-26\n", ", line 2: A row of");
        requireRejected(
                "leads.csv",
                "area,post,mail\nrecording,Head of Crime,head@force.example\nrecordings,Head,\n",
                ", line 3: A row of leads names no priority area");
        requireRejected(
                "leads.csv",
                "area,post,mail\nrecording,Head of Crime,a@b Bcc: c@d\n",
                ", line 2: A row of leads has no");
    }

    @Test
    void a_class_that_a_force_puts_into_no_theme_of_offences_is_rejected_with_its_line() throws Exception {
        write("north", "areas.csv", "unit,lpa,valid_from,valid_to\nunit-1,hills,,\n");
        String file = "offence-themes.csv";
        String head = "class,theme,kind\n";
        String row = ", line 3: A row of offence-themes ";
        requireRejected(file, head + "8R,,\n8U,domestic_abuse,\n", row + "names no theme of offences");
        requireRejected(file, head + "8R,,\n008/77,stalking_harassment,\n", row + "has no Home Office class");
        requireRejected(file, head + "8R,,\n,stalking_harassment,\n", row + "has no Home Office class");
        requireRejected(file, head + "8R,,\n36,rape,stalking\n", row + "has a kind, which");
        requireRejected(file, head + "8R,,\n8U,stalking_harassment,rape\n", row + "is of neither stalking nor");
    }

    @Test
    void a_step_may_be_seen_by_the_reports_of_leads_which_no_measure_counts() throws Exception {
        write(
                "north",
                "delivery-plan.csv",
                "id,number,set,text,addressed,owner,day,when,measures,note,section\n"
                        + "a,1,S,T,,,,,leads-reports,,\nb,1,S,T,,,,,charge_rate,,\n");
        assertThat(Commitments.of(SiteFiles.read(List.of(folder.resolve("north")))))
                .extracting(Commitment::isSeenByReports)
                .containsExactly(true, false);
    }

    @Test
    void an_intervention_of_which_nothing_could_be_estimated_is_rejected_with_its_line() throws Exception {
        write("north", "areas.csv", "unit,lpa,valid_from,valid_to\nunit-1,hills,,\n");
        String file = "interventions.csv";
        String head = "id,text,lpa,day,owner,measures,source\n";
        requireRejected(file, head + "a,Calls,,1 May,Lead,decision_told,memo\n", ", line 2: A value cannot be read");
        requireRejected(
                file, head + "a,Calls,,2026-05-01,Lead,,memo\n", ", line 2: A row of interventions has nothing in");
        requireRejected(
                file,
                head + "a,Calls,hills,2026-05-01,Lead,decision_told:theme=rape,memo\n",
                ", line 2: The intervention a is of the area hills, which areas.csv does not have");
        requireRejected(
                file,
                head + "a,Calls,,2026-05-01,Lead,decision_told:sex=female;theme=rape,memo\n",
                ", line 2: The intervention a names decision_told:sex=female;theme=rape, of which there is no chart");
        requireRejected(
                file,
                head + "a,Calls,,2026-05-01,Lead,decision_told,memo\na,Cards,,2026-06-01,Lead,decision_told,memo\n",
                ", line 3: The intervention a has the name of another entry");
        write("north", file, head + "a,Calls,hills,2026-05-01,Lead,decision_told:theme=rape,memo\n");
        Commitment done =
                Commitments.of(SiteFiles.read(List.of(folder.resolve("north")))).get(0);
        assertThat(done.register()).isEqualTo(Commitment.Register.INTERVENTION);
        assertThat(done.whereDone(done.measures().get(0))).isEqualTo("lpa=hills;theme=rape");
    }

    private void requireRejected(String file, String text, String where) throws IOException {
        write("south", file, text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteFiles.read(List.of(folder.resolve("north"), folder.resolve("south"))))
                .withMessageStartingWith("sites/south/" + file + where);
        Files.delete(folder.resolve("south").resolve(file));
    }

    @Test
    void leads_are_of_their_own_force() throws Exception {
        write("north", "leads.csv", "area,post,mail\nrecording,Head of Crime,head@force.example\n");
        write("south", "leads.csv", "area,post,mail\nrecording,Crime Registrar,\n");
        Priority recording = Priority.shipped("recording");
        assertThat(Lead.of(SiteFiles.read(List.of(folder.resolve("north"), folder.resolve("south")))))
                .containsExactly(
                        new Lead("north", recording, "Head of Crime", Optional.of("head@force.example")),
                        new Lead("south", recording, "Crime Registrar", Optional.empty()));
    }

    @Test
    void a_folder_that_cannot_be_read_is_said_in_a_sentence() throws Exception {
        Path missing = folder.resolve("missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteFiles.read(List.of(missing)))
                .withMessage("The site's folder " + missing + " cannot be read.");
        write("north", "residents.csv", "a\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteFiles.read(List.of(folder.resolve("north"))))
                .withMessageStartingWith("The site " + folder.resolve("north")
                        + " has a file residents.csv, which is none of: areas.csv, ");
        write("south", "areas.csv", "unit,area\nunit-1,coast\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteFiles.read(List.of(folder.resolve("south"))))
                .withMessage(
                        "sites/south/areas.csv has not the columns unit, lpa, valid_from, valid_to; correct it in that file.");
    }

    @Test
    void two_sites_do_not_say_otherwise_of_what_holds_of_all() throws Exception {
        write("north", "places.csv", "place,public\nEDUCATION,yes\n");
        write("south", "places.csv", "place,public\nEDUCATION,no\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteFiles.read(List.of(folder.resolve("north"), folder.resolve("south"))))
                .withMessageContaining("sites/south/places.csv says of EDUCATION what another site says otherwise");
    }

    @Test
    void a_folder_of_a_force_that_is_not_counted_is_rejected() throws Exception {
        write("west-midland", "expected.csv", "stream,events_a_week,from\nstalking,5,2026-09-26\n");
        List<Path> folders = List.of(folder.resolve("west-midland"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteFiles.read(folders, Forces.parse("west-midlands")))
                .withMessageStartingWith("There is a site's folder of west-midland, of which no events are counted");
        assertThat(SiteFiles.read(folders, Forces.parse("west-midland")).forces())
                .containsExactly("west-midland");
    }

    @Test
    void measures_of_a_site_that_cannot_be_counted_are_rejected_with_file_and_line() throws Exception {
        Path site = folder.resolve("north");
        write("north", "own.yaml", measures("own", "crime-recording.channel is FAX"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteFiles.read(List.of(site)))
                .withMessageStartingWith("sites/north/own.yaml, line 7: ")
                .withMessageContaining("FAX")
                .withMessageEndingWith("; correct it in the folder of the site.");
        write("north", "own.yaml", measures("reported_online", "active"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteFiles.read(List.of(site)))
                .withMessage(
                        "sites/north/own.yaml: there is another measure reported_online; correct it in the folder of the site.");
        write("north", "own.yaml", measures("own", "crime-recording.channel is 999"));
        Sites sites = SiteFiles.read(List.of(site));
        Catalogue sent = InstantiationUtil.clone(
                        SiteFiles.catalogue(sites), getClass().getClassLoader())
                .get();
        assertThat(sent.measures()).extracting(Measure::slug).endsWith("own");
        assertThat(sent.fingerprint()).isNotEqualTo(ShippedCatalogue.get().fingerprint());
    }

    @Test
    void an_area_that_cannot_be_used_is_rejected_with_its_line() throws Exception {
        write("north", "areas.csv", "unit,lpa,valid_from,valid_to\nunit-1,hills,,\n");
        String file = "priority-areas.csv";
        String again = ", line 3: A row of priority-areas names an area again";
        String taken = ", line 2: A row of priority-areas has the name or the title of an area that is shipped";
        requireRejected(file, AREAS + "roads,Roads,lead,Are roads safe?,\nroads,Roads,lead,Are roads safe?,\n", again);
        requireRejected(file, AREAS + "recording,Recording,lead,Is it recorded?,records\n", taken);
        requireRejected(file, AREAS + "roads,Our Behaviour,lead,Are roads safe?,\n", taken);
        String row = ", line 2: A row of priority-areas ";
        requireRejected(file, AREAS + "all,Roads,lead,Are roads safe?,\n", row + "has no name of an area");
        requireRejected(file, AREAS + "roads,,lead,Are roads safe?,\n", row + "has no title");
        requireRejected(file, AREAS + "roads,Roads,chief,Are roads safe?,\n", row + "is led by neither");
        requireRejected(file, AREAS + "roads,Roads,lead,,\n", row + "says not what is asked");
        requireRejected(file, AREAS + "roads,Roads,lead,Are roads safe?,other\n", row + "is of neither");
        requireRejected(file, AREAS + "roads,Roads,lead,Are roads safe?,conduct\n", row + "is of conduct");
        requireRejected(
                file,
                AREAS + "roads,Roads,lead,Are roads safe?,\n",
                " has the area roads, and leads.csv beside it no post that leads it; correct it");
    }

    @Test
    void measures_of_an_area_of_a_site_are_of_it_and_of_no_other() throws Exception {
        Path site = folder.resolve("north");
        String own = measures("own", "crime-recording.channel is 999");
        write("north", "own.yaml", own.replace("area: intelligence", "area: roads"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteFiles.read(List.of(site)))
                .withMessageStartingWith(
                        "sites/north/own.yaml, line 1: \"roads\" is no area; there are safety_in_public, ");
        write("north", "priority-areas.csv", AREAS + "roads,Road Safety,leads,Are roads safe?,\n");
        write("north", "leads.csv", "area,post,mail\nroads,Head of Roads,roads@force.example\n");
        Sites sites = SiteFiles.read(List.of(site));
        Priority roads = new Priority(
                "roads", "Road Safety", "the leads for Road Safety", "Are roads safe?", Priority.Kind.PLAIN);
        assertThat(Priority.of(sites))
                .startsWith(Priority.shipped().toArray(Priority[]::new))
                .endsWith(roads);
        assertThat(Lead.of(sites))
                .containsExactly(new Lead("north", roads, "Head of Roads", Optional.of("roads@force.example")));
        Catalogue sent = InstantiationUtil.clone(
                        SiteFiles.catalogue(sites), getClass().getClassLoader())
                .get();
        assertThat(sent.measures())
                .filteredOn(measure -> measure.priority().equals(roads))
                .extracting(Measure::slug)
                .containsExactly("own");
        write("north", "areas.csv", "unit,lpa,valid_from,valid_to\nunit-1,hills,2026,\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteFiles.read(List.of(site)))
                .withMessageStartingWith("sites/north/areas.csv, line 2: ");
    }

    @Test
    void two_sites_may_have_one_area_in_the_same_words() throws Exception {
        String area = AREAS + "roads,Road Safety,lead,Are roads safe?,\n";
        String leads = "area,post,mail\nroads,Head of Roads,\n";
        for (String force : List.of("north", "south")) {
            write(force, "priority-areas.csv", area);
            write(force, "leads.csv", leads);
        }
        List<Path> both = List.of(folder.resolve("north"), folder.resolve("south"));
        assertThat(Priority.of(SiteFiles.read(both))).hasSize(Priority.shipped().size() + 1);
        write("south", "priority-areas.csv", area.replace("lead,", "leads,"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SiteFiles.read(both))
                .withMessageStartingWith(
                        "sites/south/priority-areas.csv, line 2: A row of priority-areas has the name");
    }

    private static String measures(String slug, String counted) {
        return """
                area: intelligence
                measures:
                  %s:
                    kind: count
                    title: Own
                    definition: What it is.
                    of: %s
                    bases: [recorded]
                    by: [total]
                    paper: "2.2.1"
                """.formatted(slug, counted);
    }

    @Test
    void a_file_of_deprivation_is_a_definition_of_every_measure() {
        Catalogue shipped = ShippedCatalogue.get();
        Catalogue own = ShippedCatalogue.of(Sites.shipped()
                .with(
                        "west-midlands",
                        vaiwg.kpis.reference.SiteFile.DEPRIVATION,
                        "lsoa,decile,from,source\nE01009758,1,2019-09-26,invented\n"));
        assertThat(own.fingerprint()).isNotEqualTo(shipped.fingerprint());
        assertThat(own.maps().deprivation().fingerprint()).isNotEmpty();
        assertThat(shipped.maps().deprivation().fingerprint()).isEmpty();
    }

    private void write(String force, String file, String text) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve(force)).resolve(file), text);
    }
}
