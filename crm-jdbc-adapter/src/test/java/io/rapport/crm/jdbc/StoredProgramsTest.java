package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.id.Actor;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.ProgramVersion;
import java.sql.Connection;
import java.sql.Statement;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StoredProgramsTest {

    @Test
    void rules_that_were_stored_before_reinstatement_was_known_reinstate_nothing_and_stay_one_version()
            throws Exception {
        try (HikariDataSource dataSource = TestDatabase.h2Pool(true);
                Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            Crm crm = Crm.builder().store(JdbcCrmStore.on(dataSource)).build();
            Program club = Program.builder(ProgramId.of("club"), ZoneOffset.UTC).build();
            ProgramVersion first = crm.programs().define(club, Actor.SYSTEM);

            int changed = statement.executeUpdate("UPDATE crm_definition SET content ="
                    + " REPLACE(content, '\"reinstatementDays\":0,', '') WHERE content LIKE '%reinstatementDays%'");

            assertThat(changed).isEqualTo(1);
            assertThat(crm.programs().find(ProgramId.of("club"))).contains(first);
            assertThat(crm.programs().define(club, Actor.SYSTEM)).isEqualTo(first);
        }
    }
}
