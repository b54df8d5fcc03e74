package dev.kindred.benchmarks.migration;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "articles")
public class Article {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private Long version;

    private String title;
    private int price;

    @OneToMany(mappedBy = "article", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Remark> remarks = new ArrayList<>();

    protected Article() {}

    public Article(String title, int price) {
        this.title = title;
        this.price = price;
    }

    public void add(Remark remark) {
        remarks.add(remark);
        remark.setArticle(this);
    }

    public void setTitle(String title) {
        this.title = title;
    }

    /** Returns the key, the version, the title and the price. */
    @Override
    public String toString() {
        return id + " " + version + " " + title + " " + price;
    }
}
