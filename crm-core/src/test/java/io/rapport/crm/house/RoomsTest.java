package io.rapport.crm.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house: which room may look into which. */
class RoomsTest {

    private static final String ROOT = "io.rapport.crm";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** A room, and the rooms that it may import. Rooms that stand above all are not listed. */
    private static final Map<String, Set<String>> ARROWS = new TreeMap<>(Map.ofEntries(
            Map.entry("fault", Set.of()),
            Map.entry("id", Set.of("fault")),
            Map.entry("event", Set.of("fault", "id")),
            Map.entry("store", Set.of("fault", "id", "event")),
            Map.entry("customer", Set.of("fault", "id", "event", "store")),
            Map.entry("interaction", Set.of("fault", "id", "event", "store", "customer")),
            Map.entry("purchase", Set.of("fault", "id", "event", "store", "customer")),
            Map.entry("playbook", Set.of("fault", "id", "event", "store")),
            Map.entry(
                    "ticket",
                    Set.of(
                            "fault",
                            "id",
                            "event",
                            "store",
                            "customer",
                            "interaction",
                            "staff",
                            "calendar",
                            "playbook",
                            "ticket.sla")),
            Map.entry("ticket.sla", Set.of("fault", "id", "calendar")),
            Map.entry("ticket.returns", Set.of("fault", "id", "event", "store", "customer", "purchase", "ticket")),
            Map.entry(
                    "loyalty",
                    Set.of("fault", "id", "event", "store", "customer", "purchase", "loyalty.earning", "loyalty.tier")),
            Map.entry("loyalty.earning", Set.of("fault")),
            Map.entry("loyalty.tier", Set.of("fault")),
            Map.entry("loyalty.household", Set.of("fault", "id", "event", "store", "loyalty")),
            Map.entry("loyalty.referral", Set.of("fault", "id", "event", "store", "customer", "loyalty")),
            Map.entry("loyalty.reward", Set.of("fault", "id", "event", "store", "customer", "loyalty")),
            Map.entry("satisfaction", Set.of("fault", "id", "event", "store", "customer", "interaction", "ticket")),
            Map.entry("staff", Set.of("fault", "id", "event", "store", "calendar")),
            Map.entry("retention", Set.of("fault", "retention.internal")),
            Map.entry("retention.health", Set.of("fault", "retention", "retention.internal")),
            Map.entry("retention.internal", Set.of()),
            Map.entry("retention.rfm", Set.of("fault", "retention", "retention.internal")),
            Map.entry("retention.survival", Set.of("fault", "retention", "retention.internal")),
            Map.entry("retention.value", Set.of("fault", "retention", "retention.internal")),
            Map.entry("calendar", Set.of("fault", "id", "event", "store")),
            Map.entry("calendar.jollyday", Set.of("fault", "calendar"))));

    private static final Set<String> ABOVE_ALL = Set.of("", "imports", "store.memory");

    static Stream<String> rooms() {
        return ARROWS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void a_room_looks_only_into_the_rooms_below_it(String room) {
        String[] allowed = Stream.concat(Stream.of(room), ARROWS.getOrDefault(room, Set.of()).stream())
                .map(name -> ROOT + "." + name)
                .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(ROOT + "." + room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackage(ROOT + "..")))
                .check(HOUSE);
    }

    @Test
    void every_room_is_on_the_plan() {
        Set<String> found = HOUSE.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1))
                .collect(Collectors.toSet());

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(ARROWS.keySet().stream(), ABOVE_ALL.stream())
                        .toList());
    }

    @Test
    void no_rooms_look_into_each_other_in_a_circle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void the_core_knows_no_database_no_json_and_no_framework() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "com.fasterxml..", "org.springframework..")
                .check(HOUSE);
    }

    @Test
    void nothing_reads_a_clock_or_makes_an_id_but_by_what_the_host_gave() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(HOUSE);
    }

    @Test
    void nothing_static_can_change() {
        assertThat(HOUSE.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                        .filter(field -> !field.getName().startsWith("$")))
                .isEmpty();
    }

    @Test
    void guava_does_not_leak_through_signatures() {
        assertThat(HOUSE.stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(unit -> Stream.concat(
                                        unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                                .anyMatch(type -> type.getPackageName().startsWith("com.google.common"))))
                .isEmpty();
    }

    @Test
    void no_name_says_nothing() {
        assertThat(HOUSE.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> Arrays.asList("Util", "Utils", "Helper", "Manager", "Impl").stream()
                                .anyMatch(name::endsWith)))
                .isEmpty();
    }
}
