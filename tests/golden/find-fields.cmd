find 'year:2017..2019 no:3' data/articles
