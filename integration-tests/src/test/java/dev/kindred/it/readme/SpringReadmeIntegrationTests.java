package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.it.entity.Schema;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.spring.transaction.KindredTransactionManager;
import dev.kindred.spring.transaction.SpringTransactionBridge;
import io.r2dbc.spi.ConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Runs the documentation's code for Spring, verbatim. */
class SpringReadmeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Schema.TABLES).resetBefore(Schema.EMPTY, Schema.users(3));

    private AnnotationConfigApplicationContext spring;
    private SignUp signUp;

    @BeforeEach
    void context() {
        ConnectionFactory pool = database.newPool(1);
        spring = new AnnotationConfigApplicationContext();
        spring.registerBean(ConnectionFactory.class, () -> pool, definition -> definition.setDestroyMethodName(""));
        spring.register(KindredConfiguration.class, SignUp.class);
        spring.refresh();
        signUp = spring.getBean(SignUp.class);
    }

    @AfterEach
    void close() {
        spring.close();
    }

    @Test
    void bothAreStored() {
        assertThat(signUp.register("jane@example.org", "Jane").block()).isEqualTo(1);
        assertThat(database.postgres().queryLong("select count(*) from profiles where name = 'Jane'"))
                .isEqualTo(1);
    }

    @Test
    void neitherIsStoredAfterAnError() {
        assertThatThrownBy(() -> signUp.register("jane@example.org", null).block());
        assertThat(database.postgres().queryLong("select count(*) from users where email = 'jane@example.org'"))
                .isZero();
    }

    @Test
    void theClientJoinsATransactionOfTheMapper() {
        ReactiveMapper mapper = spring.getBean(ReactiveMapper.class);
        DatabaseClient client = spring.getBean(DatabaseClient.class);

        Mono<User> both = mapper.insert(new User(null, "jane@example.org", null))
                .flatMap(user -> client.sql("insert into profiles (user_id, name) values (:user, 'Jane')")
                        .bind("user", user.id())
                        .fetch()
                        .rowsUpdated()
                        .thenReturn(user))
                .as(mapper::transactional);

        assertThat(both.flatMap(User::profile).block().name()).isEqualTo("Jane");
    }

    @Configuration
    @EnableTransactionManagement
    static class KindredConfiguration {

        @Bean
        ReactiveMapper mapper(ConnectionFactory connectionFactory) {
            return ReactiveMapper.builder(connectionFactory, SpringTransactionBridge.of(connectionFactory))
                    .build();
        }

        @Bean
        ReactiveTransactionManager transactionManager(ReactiveMapper mapper, ConnectionFactory connectionFactory) {
            return KindredTransactionManager.of(mapper, connectionFactory);
        }

        @Bean
        DatabaseClient databaseClient(ConnectionFactory connectionFactory) {
            return DatabaseClient.create(connectionFactory);
        }
    }

    static class SignUp {

        private final ReactiveMapper mapper;
        private final DatabaseClient client;

        SignUp(ReactiveMapper mapper, DatabaseClient client) {
            this.mapper = mapper;
            this.client = client;
        }

        @Transactional
        public Mono<Long> register(String email, String name) {
            return mapper.insert(new User(null, email, null))
                    .flatMap(user -> client.sql("insert into profiles (user_id, name) values (:user, :name)")
                            .bind("user", user.id())
                            .bind("name", name)
                            .fetch()
                            .rowsUpdated());
        }
    }
}
